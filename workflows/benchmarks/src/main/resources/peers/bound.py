"""The usual way to compute a human lower bound, as a program beside our own.

Reads answers (bytes, 99 = refused), weights (hundredths, 32 bits) and the first halves (bits) from a folder, says what
it read, and then measures one run over those halves for every line on standard input.
"""

import hashlib
import json
import sys
import time

import numpy as np
import pandas as pd

LEVELS = [4, 5, 5, 3, 5, 4, 5, 4, 5, 5]
MOST = max(LEVELS)


def shares(frame, question, levels):
    known = frame[frame[question] != 99]
    sums = known.groupby(question)["weight"].sum()
    return np.array([sums.get(level, 0.0) for level in range(1, levels + 1)]) / known["weight"].sum()


def emd(one, two):
    return np.mean([
        np.abs(np.cumsum(shares(one, q, k) - shares(two, q, k)))[:-1].sum() for q, k in QUESTIONS.items()
    ])


def correlations(frame):
    complete = frame[(frame[list(QUESTIONS)] != 99).all(axis=1)]
    covariance = np.cov(complete[list(QUESTIONS)].to_numpy(float).T, aweights=complete["weight"].to_numpy())
    spread = np.sqrt(np.diag(covariance))
    return covariance / np.outer(spread, spread)


def frobenius(one, two):
    return np.sqrt(((correlations(one) - correlations(two)) ** 2).sum())


def absolute(one, two):
    return np.abs(correlations(one) - correlations(two)).sum()


def cbs(one, two):
    a, b = correlations(one), correlations(two)
    return 1 - np.trace(a @ b) / (np.linalg.norm(a) * np.linalg.norm(b))


def frames(*distances):
    """Each distance in a pass of its own over all halves."""
    total = 0.0
    for distance in distances:
        total += np.mean([distance(FRAME[half], FRAME[~half]) for half in HALVES])
    return total


def products():
    """The same earth mover's distance: one matrix product for the sums of all halves, half 2 by subtraction."""
    one = CHOSEN @ (HALVES * WEIGHTS).T
    two = (CHOSEN @ WEIGHTS)[:, None] - one
    one, two = (sums.reshape(len(QUESTIONS), MOST, -1) for sums in (one, two))
    difference = one / one.sum(axis=1, keepdims=True) - two / two.sum(axis=1, keepdims=True)
    return np.abs(np.cumsum(difference, axis=1)).sum() / len(QUESTIONS) / len(HALVES)


def matrices(half):
    """The three distances between matrices that are made once a half."""
    a, b = weighted(half & COMPLETE), weighted(~half & COMPLETE)
    return (
        np.sqrt(((a - b) ** 2).sum())
        + np.abs(a - b).sum()
        + 1 - np.trace(a @ b) / (np.linalg.norm(a) * np.linalg.norm(b))
    )


def weighted(rows):
    covariance = np.cov(ANSWERS[rows].astype(float).T, aweights=WEIGHTS[rows])
    spread = np.sqrt(np.diag(covariance))
    return covariance / np.outer(spread, spread)


folder, way, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
raw_answers = open(folder + "/answers", "rb").read()
raw_weights = open(folder + "/weights", "rb").read()
ANSWERS = np.frombuffer(raw_answers, dtype=np.uint8).reshape(-1, count)
WEIGHTS = np.frombuffer(raw_weights, dtype="<i4") / 100
bits = np.fromfile(folder + "/halves", dtype=np.uint8).reshape(-1, len(ANSWERS) // 8)
HALVES = np.unpackbits(bits, axis=1, bitorder="little").astype(bool)
COMPLETE = (ANSWERS != 99).all(axis=1)
QUESTIONS = {"Q%d" % q: LEVELS[q % len(LEVELS)] for q in range(count)}
if way.endswith("v"):
    CHOSEN = np.zeros((count, MOST, len(ANSWERS)))
    for level in range(MOST):
        CHOSEN[:, level] = (ANSWERS == level + 1).T
    CHOSEN = CHOSEN.reshape(-1, len(ANSWERS))
FRAME = pd.DataFrame(ANSWERS, columns=list(QUESTIONS)).assign(weight=WEIGHTS)
WAYS = {
    "h2": lambda: frames(emd, frobenius, absolute, cbs),
    "h2e": lambda: frames(emd),
    "h2v": lambda: products() + np.mean([matrices(half) for half in HALVES]),
    "h2ev": products,
}
print(
    "ready answers %s weights %s versions %s"
    % (
        hashlib.sha256(raw_answers).hexdigest()[:16],
        hashlib.sha256(raw_weights).hexdigest()[:16],
        json.dumps({"python": sys.version.split()[0], "numpy": np.__version__, "pandas": pd.__version__}).replace(" ", ""),
    ),
    flush=True,
)
for _ in sys.stdin:
    wall, cpu = time.perf_counter(), time.process_time()
    total = WAYS[way]()
    print(
        "seconds %.9f cpu %.9f total %.12f"
        % (time.perf_counter() - wall, time.process_time() - cpu, total),
        flush=True,
    )
