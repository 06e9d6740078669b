"""Prints the reference values of the statistics tests. Needs numpy, scipy, pandas."""
import numpy as np, pandas as pd, scipy
from scipy.stats import wasserstein_distance

from draws import below

LEVELS = [4, 5, 3, 5, 2, 4]


def panel(seed, rows):
    """Codes 1..K, NaN = missing or refused; weights in hundredths."""
    x = np.full((rows, len(LEVELS)), np.nan)
    for i in range(rows):
        mood = below(seed, 1, i, 6)
        for q, k in enumerate(LEVELS):
            n = 10 * i + q
            if below(seed, 2, n, 100) >= 8:
                x[i, q] = 1 + min(k - 1, (mood + below(seed, 3, n, k)) // 2)
    w = np.array([(20 + below(seed, 4, i, 181)) / 100 for i in range(rows)])
    return pd.DataFrame(x, columns=list("abcdef")), w


def shares(x, w, k):
    ok = x.notna()
    return np.array([(w * (x == c)).sum() for c in range(1, k + 1)]) / w[ok].sum()


def weighted_corr(x, w, listwise):
    q = x.shape[1]
    r = np.eye(q)
    for a in range(q):
        for b in range(a):
            ok = (x.notna().all(axis=1) if listwise else x.iloc[:, [a, b]].notna().all(axis=1)).values
            c = np.cov(x.iloc[ok, a], x.iloc[ok, b], aweights=w[ok])
            r[a, b] = r[b, a] = c[0, 1] / np.sqrt(c[0, 0] * c[1, 1])
    return r


def alpha(c):
    k = len(c)
    return k / (k - 1) * (1 - np.trace(c) / c.sum())


def distances(a, b):
    return (np.sqrt(((a - b) ** 2).sum()), np.abs(a - b).sum(),
            1 - np.trace(a @ b) / (np.linalg.norm(a) * np.linalg.norm(b)))


h, w = panel(11, 300)
p, v = panel(22, 200)
print("numpy", np.__version__, "scipy", scipy.__version__, "pandas", pd.__version__)
for q, k in enumerate(LEVELS):
    a, b = shares(h.iloc[:, q], w, k), shares(p.iloc[:, q], np.ones(len(p)), k)
    print("emd", repr(float(wasserstein_distance(range(1, k + 1), range(1, k + 1), a, b))),
          "tv", repr(float(np.abs(a - b).sum() / 2)))
a, b = shares(h.iloc[:, 3], w, 5), shares(p.iloc[:, 3], np.ones(len(p)), 5)
x = [1, 1.5, 2, 4, 7]
print("positions", repr(float(wasserstein_distance(x, x, a, b))))
for name, listwise in (("original", True), ("consistent", False)):
    print(name, *map(repr, map(float, distances(weighted_corr(h, w, listwise), p.corr().values))))
turn = h.copy()
turn["b"] = 6 - turn["b"]
turn["e"] = 3 - turn["e"]
ok = h.dropna()
print("alpha pairwise", repr(float(alpha(h.cov().values))), "listwise", repr(float(alpha(ok.cov().values))),
      "rekeyed", repr(float(alpha(turn.cov().values))),
      "weighted listwise", repr(float(alpha(np.cov(ok.values.T, aweights=w[ok.index])))))
print("quantile", repr(float(np.quantile([3.0, 1.0, 4.0, 1.5, 9.0], 0.025))))
