"""Makes awkward data sets and computes every number of their reports, independently. Needs numpy, scipy, pandas.

usage: python awkward.py FOLDER   writes FOLDER/<case>/{humans.csv,responses.csv,expected.json}
"""
import csv, hashlib, json, pathlib, sys
import numpy as np, pandas as pd, scipy
from scipy.stats import wasserstein_distance

from draws import below, value


def derive(seed, path):
    return int.from_bytes(hashlib.sha256(f"{seed}\x1f{path}".encode()).digest()[:8], "big")


def half(seed, n, b):
    """The bits of iteration b: random, then single flips until n // 2 ones are left."""
    words = (n + 63) // 64
    stride = max(1024, 4 << (max(1, words).bit_length() - 1))
    bits = np.array([value(seed, 7, stride * b + i // 64) >> (i % 64) & 1 for i in range(n)], dtype=int)
    k, surplus = stride * b + words, int(bits.sum()) - n // 2
    while surplus:
        p = below(seed, 7, k, n)
        if bits[p] == (surplus > 0):
            bits[p] ^= 1
            surplus += -1 if surplus > 0 else 1
        k += 1
    return bits.astype(bool)


def shares(x, w, k):
    ok = x.notna().values & (w > 0)
    if not ok.any():
        return None
    return np.array([w[ok & (x == c).values].sum() for c in range(1, k + 1)]) / w[ok].sum()


def distances(p, v):
    if p is None or v is None:
        return dict(emd=None, emdNormalised=None, tv=None)
    pos = np.arange(1, len(p) + 1)
    emd = float(wasserstein_distance(pos, pos, p, v))
    return dict(emd=emd, emdNormalised=emd / (len(p) - 1) if len(p) > 1 else None, tv=float(np.abs(p - v).sum() / 2))


def mean(rows):
    out = {}
    for m in ("emd", "emdNormalised", "tv"):
        v = [r[m] for r in rows if r[m] is not None]
        out[m] = float(np.mean(v)) if v else None
    return out


def correlations(x, w, listwise):
    q = x.shape[1]
    r = np.full((q, q), np.nan)
    full = x.notna().all(axis=1).values
    for a in range(q):
        for b in range(a, q):
            ok = (full if listwise else x.iloc[:, [a, b]].notna().all(axis=1).values) & (w > 0)
            xa, xb = x.iloc[ok, a].values, x.iloc[ok, b].values
            if ok.sum() < 3 or xa.min() == xa.max() or xb.min() == xb.max():
                continue
            if a == b:
                r[a, b] = 1
                continue
            ww = w[ok]
            ma, mb = np.average(xa, weights=ww), np.average(xb, weights=ww)
            cov = np.average((xa - ma) * (xb - mb), weights=ww)
            r[a, b] = r[b, a] = cov / np.sqrt(np.average((xa - ma) ** 2, weights=ww) * np.average((xb - mb) ** 2, weights=ww))
    return r


def matrix_distances(a, b):
    ok = ~np.isnan(a) & ~np.isnan(b)
    off = ok & ~np.eye(len(a), dtype=bool)
    if not off.any():
        return dict(frobenius=None, l1=None, cbs=None)
    d = (a - b)[ok]
    complete = ok.all()
    return dict(frobenius=float(np.sqrt((d ** 2).sum())), l1=float(np.abs(d).sum()),
                cbs=float(1 - np.trace(a @ b) / (np.linalg.norm(a) * np.linalg.norm(b))) if complete else None)


def alpha(x):
    k = x.shape[1]
    if k < 2 or (x.nunique() < 2).any():
        return None
    c = x.cov(min_periods=2).values
    if np.isnan(c).any() or c.sum() == 0:
        return None
    return float(k / (k - 1) * (1 - np.trace(c) / c.sum()))


def alphas(x, levels, reverse):
    turned = x.copy()
    for name in reverse:
        turned[name] = 1 + levels[name] - turned[name]
    return dict(pairwise=alpha(x), listwise=alpha(x.dropna()), pairwiseRekeyed=alpha(turned))


def spread(values):
    v = np.array([x for x in values if x is not None and not np.isnan(x)])
    if not len(v):
        return dict(mean=None, sd=None, p025=None, p975=None)
    return dict(mean=float(v.mean()), sd=float(v.std(ddof=1)) if len(v) > 1 else None,
                p025=float(np.quantile(v, .025)), p975=float(np.quantile(v, .975)))


def bound(x, w, levels, seed, splits):
    if len(x) < 20:
        return None
    own = derive(seed, "analysis/split-half")
    per, means, mats = {n: [] for n in x}, [], {"original": [], "consistent": []}
    for b in range(splits):
        one = half(own, len(x), b)
        rows = [distances(shares(x.loc[one, n], w[one], k), shares(x.loc[~one, n], w[~one], k)) for n, k in levels.items()]
        for n, r in zip(x, rows):
            per[n].append(r)
        means.append(mean(rows))
        for preset in mats:
            l = preset == "original"
            mats[preset].append(matrix_distances(correlations(x[one], w[one], l), correlations(x[~one], w[~one], l)))
    pick = lambda rows, keys: {m: spread([r[m] for r in rows]) for m in keys}
    d, s = ("emd", "emdNormalised", "tv"), ("frobenius", "l1", "cbs")
    return dict(questions=[dict(id=n, **pick(per[n], d)) for n in x], mean=pick(means, d),
                structure={p: pick(r, s) for p, r in mats.items()})


def report(x, w, arms, levels, reverse, seed, splits):
    out = dict(humanBound=bound(x, w, levels, seed, splits), arms=[])
    for name in sorted(arms):
        v = arms[name]
        one = np.ones(len(v))
        rows = []
        for q, k in levels.items():
            p, s = shares(x[q], w, k), shares(v[q], one, k)
            rows.append(dict(id=q, human=None if p is None else p.tolist(), persona=None if s is None else s.tolist(), **distances(p, s)))
        structure = {}
        for preset, listwise in (("original", True), ("consistent", False)):
            used = (x.notna().all(axis=1).values if listwise else np.full(len(x), True)) & (w > 0)
            structure[preset] = dict(matrix_distances(correlations(x, w, listwise), correlations(v, one, False)),
                                     humanRows=int(used.sum()), personaRows=len(v))
        human, persona = alphas(x, levels, reverse), alphas(v, levels, reverse)
        out["arms"].append(dict(id=name, questions=rows, mean=mean(rows), structure=structure,
                                alpha={k: dict(human=human[k], persona=persona[k]) for k in human}))
    return out


def answers(seed, rows, levels, missing, spread_=1.0):
    data = {}
    for q, (name, k) in enumerate(levels.items()):
        column = []
        for i in range(rows):
            n = 1000 * i + q
            mood = below(seed, 1, i, 100)
            own = below(seed, 2, n, 100)
            code = 1 + min(k - 1, int((0.55 * mood + 0.45 * own) * k * spread_ / 100))
            column.append(np.nan if below(seed, 3, n, 100) < missing else code)
        data[name] = column
    return pd.DataFrame(data, dtype=float)


def weights(seed, rows, zero=0):
    return np.array([0.0 if below(seed, 5, i, 100) < zero else (20 + below(seed, 4, i, 481)) / 100 for i in range(rows)])


def cases():
    levels = {"a": 4, "b": 5, "c": 3, "d": 7, "e": 2}
    x = answers(1, 400, levels, 9)
    arms = {"one": answers(2, 250, levels, 12, .8), "two": answers(3, 180, levels, 0, .9)}
    yield "weighted", x, weights(1, 400, 4), arms, levels, ["b", "d"]
    const = answers(4, 150, levels, 5)
    const["c"] = np.where(const["c"].isna(), np.nan, 2.0)
    still = answers(5, 90, levels, 5)
    still["a"] = 3.0
    yield "constant", const, weights(4, 150), {"still": still}, levels, []
    yield "single", answers(6, 60, levels, 10), weights(6, 60), {"single": answers(7, 1, levels, 0)}, levels, ["a"]
    two = {"a": 1, "b": 4}
    yield "one-option", answers(8, 80, two, 3), weights(8, 80), {"one": answers(9, 50, two, 3)}, two, []
    lone = {"a": 5}
    yield "one-question", answers(10, 45, lone, 20), weights(10, 45), {"x": answers(11, 30, lone, 50)}, lone, ["a"]
    sparse = {"a": 4, "b": 4, "c": 5}
    holes = answers(12, 70, sparse, 45)
    empty = answers(13, 40, sparse, 30)
    empty["b"] = np.nan
    holes.loc[holes["a"].notna(), "c"] = np.nan
    yield "holes", holes, weights(12, 70), {"empty": empty}, sparse, ["c"]
    yield "few", answers(14, 19, sparse, 10), weights(14, 19), {"few": answers(15, 2, sparse, 0)}, sparse, []
    lazy = answers(16, 60, sparse, 0)
    w = weights(16, 60)
    w[3:] = np.where(np.arange(57) % 3 == 0, 0, w[3:])
    lazy.loc[w > 0, "b"] = 4.0
    yield "constant-where-weighted", lazy, w, {"two": answers(17, 60, sparse, 25)}, sparse, []
    far = answers(18, 50, sparse, 5)
    w = np.array([10.0 ** (below(18, 6, i, 12) - 6) for i in range(50)])
    yield "wild-weights", far, w, {"v": answers(19, 50, sparse, 5)}, sparse, []


def number(v):
    return "" if np.isnan(v) else str(int(v))


def main(folder):
    for name, x, w, arms, levels, reverse in cases():
        d = pathlib.Path(folder) / name
        d.mkdir(parents=True, exist_ok=True)
        with open(d / "humans.csv", "w", newline="") as f:
            out = csv.writer(f, lineterminator="\n")
            out.writerow([*levels, "w"])
            for i in range(len(x)):
                out.writerow([*map(number, x.iloc[i]), repr(float(w[i]))])
        with open(d / "responses.csv", "w", newline="") as f:
            out = csv.writer(f, lineterminator="\n")
            out.writerow(["arm", "story", *levels])
            for arm in arms:
                for i in range(len(arms[arm])):
                    out.writerow([arm, f"s{i // 3}", *map(number, arms[arm].iloc[i])])
        expected = report(x, w, arms, levels, reverse, 11, 30)
        expected["case"] = dict(items=",".join(f"{n}:{k}" for n, k in levels.items()), reverse=reverse, seed=11, splits=30,
                                tools=f"numpy {np.__version__}, scipy {scipy.__version__}, pandas {pd.__version__}")
        (d / "expected.json").write_text(json.dumps(expected, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])
