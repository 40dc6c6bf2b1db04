"""The parts of the fuzzer: broken models, hostile texts, and what judges the tool by them."""
