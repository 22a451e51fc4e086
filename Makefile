PY ?= python

check:                ## everything CI runs besides the tests
	$(PY) -m ruff format --check .
	$(PY) -m ruff check .
	$(PY) -m mypy
	lint-imports
	$(PY) -m cogapp --check -I docs README.md ARCHITECTURE.md docs/cli.md docs/schema.md docs/python.md docs/guide.md docs/pictures.md docs/glossary.md docs/rules.md
test:                 ## the tests, with the coverage that CI asks for
	$(PY) -m pytest --cov --cov-report=term -n auto --dist worksteal
fix:                  ## format, and mend what can be mended
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
docs:                 ## write the generated parts of the documentation
	$(PY) -m cogapp -r -I docs README.md ARCHITECTURE.md docs/cli.md docs/schema.md docs/python.md docs/guide.md docs/pictures.md docs/glossary.md docs/rules.md
pictures:             ## draw the pictures of all screens anew; then look at them
	$(PY) docs/picture.py
golden:               ## write the expected outputs anew; then read the diff
	-UPDATE_GOLDEN=1 $(PY) -m pytest -q
database:             ## build claims.db from the article in seeds/
	rm -f claims.db
	factcheck ingest seeds/000_c312bf23caa994f9.txt --db claims.db
bench:                ## ratios of speed and size, in one run
	$(PY) benchmarks/run.py
	$(PY) benchmarks/screen.py
	$(PY) benchmarks/pages.py
train:                ## train the sentence parser from TREEBANKS into OUT, on a processor
	$(PY) -m training --treebanks $(TREEBANKS) --out $(OUT)
train-references:     ## train the tagger of references from the rows in REFERENCES
	$(PY) -m training.references --references $(REFERENCES) --out factcheck/citations/references.tsv
hints:                ## fit the weights for subjectivity (SENTENCES, JSON Lines) and check-worthiness
	$(PY) -m training.hints $(SENTENCES)
train-check:          ## check the training code; needs the extra `training`
	$(PY) -m mypy training
	$(PY) -m pytest training/check.py

.PHONY: check test fix docs pictures golden database bench train hints train-check train-references
