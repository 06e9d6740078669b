"""The draws of Voxpop, for the scripts beside: numbers of a stream of a seed, by place."""

M = (1 << 64) - 1


def value(seed, stream, n):
    z = (seed + stream * 0xD1B54A32D192ED03 + (n + 1) * 0x9E3779B97F4A7C15) & M
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M
    return z ^ (z >> 31)


def below(seed, stream, n, k):
    return ((value(seed, stream, n) >> 32) * k) >> 32
