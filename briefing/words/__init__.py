"""Every word of ours in Chinese and English, and the choice between the two.

``catalogue.tsv`` holds the words; the modules here turn the model's values into phrases of them.
"""
