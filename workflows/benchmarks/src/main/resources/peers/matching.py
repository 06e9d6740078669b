"""The usual way to match people with personas, as a program beside our own.

Reads people (signed bytes) and personas (32-bit counts) from a folder, says what it read, and then
measures one run for every line on standard input. Answers are lines of words: name value ...
"""

import hashlib
import json
import sys
import time

import numpy as np

LABELS = [4, 3, 6, 9, 4]


def product_matrix(people, masses):
    """One weight per person and persona: per trait a one-hot matrix times the personas' masses."""
    weights = np.ones((len(people), len(masses)))
    place = 0
    for trait, size in enumerate(LABELS):
        label = people[:, trait].astype(int)
        known = label >= 0
        hot = np.zeros((len(people), size))
        hot[np.nonzero(known)[0], label[known]] = 1
        hot[~known] = 1 / size
        weights *= hot @ masses[:, place : place + size].T
        place += size
    return weights


def assign(people, masses):
    from scipy.optimize import linear_sum_assignment

    weights = product_matrix(people, masses)
    rows, columns = linear_sum_assignment(-weights)
    return columns, weights[rows, columns].sum()


def assign_sparse(people, masses):
    """The same optimum by a solver for sparse graphs; everybody may stay alone at weight zero."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import min_weight_full_bipartite_matching

    weights = product_matrix(people, masses)
    rows, columns = np.nonzero(weights)
    count = len(people)
    alone = np.arange(count)
    costs = np.concatenate([2 - weights[rows, columns], np.full(count, 2.0)])
    graph = coo_matrix(
        (costs, (np.concatenate([rows, alone]), np.concatenate([columns, alone + len(masses)]))),
        shape=(count, len(masses) + count),
    ).tocsr()
    rows, columns = min_weight_full_bipartite_matching(graph)
    placed = columns < len(masses)
    return None, weights[rows[placed], columns[placed]].sum()


def best_each(people, masses):
    weights = product_matrix(people, masses)
    best = weights.argmax(axis=1)
    return best, weights[np.arange(len(people)), best].sum()


def assign_and_join(people, masses):
    import pandas as pd

    columns, total = assign(people, masses)
    joined = []
    for person in range(len(people)):
        story = STORIES[STORIES["persona"] == PERSONA_IDS[columns[person]]].iloc[0]
        joined.append(pd.concat([PEOPLE.iloc[person], story]))
    table = pd.DataFrame(joined)
    assert table.shape == (len(people), 103)
    return columns, total


WAYS = {"h1": assign, "h1d": assign, "h1x": assign_sparse, "h1g": best_each, "h1e": assign_and_join}


def frames(folder, people, personas):
    import pandas as pd

    numbers = np.fromfile(folder + "/numbers", dtype=np.int8).reshape(people, 100)
    table = pd.DataFrame(numbers, columns=["c%d" % i for i in range(100)])
    table.insert(0, "human", ["h%07d" % i for i in range(people)])
    ids = ["p%07d" % i for i in range(personas)]
    with open(folder + "/stories", encoding="ascii") as file:
        stories = file.read().split("\n")[:personas]
    return table, pd.DataFrame({"persona": ids, "story": stories}), ids


folder, way, divisor = sys.argv[1], sys.argv[2], float(sys.argv[3])
raw_people = open(folder + "/people", "rb").read()
raw_personas = open(folder + "/personas", "rb").read()
PEOPLE_LABELS = np.frombuffer(raw_people, dtype=np.int8).reshape(-1, len(LABELS))
MASSES = np.frombuffer(raw_personas, dtype="<i4").reshape(-1, sum(LABELS)) / divisor
versions = {"python": sys.version.split()[0], "numpy": np.__version__}
import scipy

versions["scipy"] = scipy.__version__
if way == "h1e":
    import pandas

    versions["pandas"] = pandas.__version__
    PEOPLE, STORIES, PERSONA_IDS = frames(folder, len(PEOPLE_LABELS), len(MASSES))
print(
    "ready people %s personas %s versions %s"
    % (
        hashlib.sha256(raw_people).hexdigest()[:16],
        hashlib.sha256(raw_personas).hexdigest()[:16],
        json.dumps(versions).replace(" ", ""),
    ),
    flush=True,
)
for _ in sys.stdin:
    wall, cpu = time.perf_counter(), time.process_time()
    _, total = WAYS[way](PEOPLE_LABELS, MASSES)
    print(
        "seconds %.9f cpu %.9f total %.12f"
        % (time.perf_counter() - wall, time.process_time() - cpu, total),
        flush=True,
    )
