"""Prints the accelerated intervals of AcceleratedIntervalsTest: its draws again, its bounds by SciPy.

The rounds are drawn as Voxpop draws them; everything after them, the leave-one-out values included, is
scipy.stats.bootstrap on the numbers of people and stories. Needs numpy and scipy.
"""
import hashlib

import numpy as np
import scipy
from scipy import stats

from draws import below

K, N, S, B, SEED = 5, 90, 40, 199, 1


def drawn(path, units):
    seed = int.from_bytes(hashlib.sha256(f"{SEED}\x1f{path}".encode()).digest()[:8], "big")
    return [np.array([below(seed, 11, r * units + i, units) for i in range(units)]) for r in range(B)]


human = np.array([below(3, 1, i, K) for i in range(N)])
human_group = np.array([below(3, 2, i, 2) for i in range(N)])
# arm a has the stories 0 … 39 once; arm b has the stories 15 … 39 twice
story = {"a": np.arange(S), "b": np.repeat(np.arange(15, S), 2)}
answer = {
    "a": np.array([min(K - 1, 1 + below(3, 3, i, K)) for i in range(S)]),
    "b": np.array([below(3, 4, i, K) for i in range(50)]),
}
group = {arm: np.array([below(3, 5, int(s), 2) for s in story[arm]]) for arm in "ab"}


def counts(numbers, units):
    return np.bincount(numbers, minlength=units).astype(float)


def shares(cells, weights):
    return np.bincount(cells, weights=weights, minlength=K) / weights.sum()


def emd(p, v):
    return np.abs(np.cumsum(p - v))[:-1].sum() / (K - 1)


def distance(arm, people, stories, of=None):
    w, v = counts(people, N), counts(stories, S)[story[arm]]
    if of is not None:
        w, v = w * (human_group == of), v * (group[arm] == of)
    return emd(shares(human, w), shares(answer[arm], v))


def bca(name, statistic, people_path, story_path, first):
    """Stories are numbered from the first one that the arm, or both arms, have."""
    units = S - first
    statistic2 = lambda p, s: statistic(p.astype(int), s.astype(int))
    rounds = np.array([
        statistic(p, s + first) for p, s in zip(drawn(people_path, N), drawn(story_path, units))
    ])
    data = (np.arange(N), np.arange(first, S))
    known = stats.bootstrap(data, statistic2, method="percentile", n_resamples=2, vectorized=False,
                            rng=np.random.default_rng(0))
    known.bootstrap_distribution = rounds
    result = stats.bootstrap(data, statistic2, method="BCa", n_resamples=0, vectorized=False, bootstrap_result=known)
    low, high = result.confidence_interval
    print(name, repr(float(statistic(*data))), repr(float(low)), repr(float(high)))


print("numpy", np.__version__, "scipy", scipy.__version__)
bca("emd of b", lambda p, s: distance("b", p, s), "analysis/bootstrap/people", "analysis/bootstrap/arm/b", 15)
bca("share of the last option of a", lambda p, s: shares(answer["a"], counts(s, S)[story["a"]])[K - 1],
    "analysis/bootstrap/people", "analysis/bootstrap/arm/a", 0)
bca("a - b", lambda p, s: distance("a", p, s) - distance("b", p, s),
    "analysis/difference/people", "analysis/difference/stories", 0)
bca("a, group 0 - group 1", lambda p, s: distance("a", p, s, 0) - distance("a", p, s, 1),
    "analysis/subgroup/g/people", "analysis/subgroup/g/arm/a", 0)
p = [.001, .008, .039, .041, .042, .06, .074, .205, .212, .216, .041, .96]
print("false discovery", [float(v) for v in stats.false_discovery_control(p)])
