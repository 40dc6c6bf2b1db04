"""The tools by which an assistant asks the models, and the server that offers them."""
