"""Train the parser that ships with the program.

In: treebanks in CoNLL-U and a pretrained encoder. Out: the files of `factcheck/segment/model`.
May import: `factcheck.segment`; torch and onnx, which only the extra `training` installs.
"""
