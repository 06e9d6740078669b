"""Prints the reference values of the tests of bootstrap bounds and rectified shares. Needs numpy, scipy, ppi-python."""
import numpy as np, scipy, ppi_py
from scipy import stats

from draws import below


print("numpy", np.__version__, "scipy", scipy.__version__)
x = [1, 2, 2, 3, 3, 3, 4, 4, 5, 9, 12, 20]
y = [2, 3, 3, 4, 6, 6, 7, 8, 15]
difference = lambda a, b, axis=-1: np.log(np.mean(a, axis=axis)) - np.mean(b, axis=axis) / 5
res = stats.bootstrap((x, y), difference, method="BCa", n_resamples=99, rng=np.random.default_rng(5))
print("bca rounds", [float(v) for v in res.bootstrap_distribution])
print("bca", repr(float(res.confidence_interval.low)), repr(float(res.confidence_interval.high)),
      "value", repr(float(difference(np.array(x), np.array(y)))))

m, n = 80, 500
human = np.array([1.0 if below(3, 1, i, 100) < 35 else 0.0 for i in range(m)])
near = np.array([h if below(3, 2, i, 100) < 70 else float(below(3, 3, i, 2)) for i, h in enumerate(human)])
far = np.array([1.0 if below(3, 4, i, 100) < 45 else 0.0 for i in range(n)])
lam = min(1, max(0, np.cov(human, near)[0, 1] / (np.var(near, ddof=1) * (1 + m / n))))
for name, l in (("tuned", lam), ("full", 1.0)):
    estimate = l * far.mean() + (human - l * near).mean()
    assert abs(estimate - ppi_py.ppi_mean_pointestimate(human, near, far, lam=l)[0]) < 1e-12
    error = np.sqrt(l * l * far.var(ddof=1) / n + (human - l * near).var(ddof=1) / m)
    half = stats.t.ppf(0.975, m - 1) * error
    print("rectified", name, *map(repr, map(float, (l, estimate, error, estimate - half, estimate + half))))
