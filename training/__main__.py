"""Train the parser: `python -m training --treebanks FOLDER --out FOLDER`. Writes the model."""

from training.command import main

main()
