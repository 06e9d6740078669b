# Prints the reference values of the tests of order effects, variance splits, audits and adjustments. Base R only.
value <- local({
  # 64-bit arithmetic in four 16-bit limbs, lowest first.
  mul <- function(a, b) { r <- numeric(4); for (i in 1:4) for (j in 1:(5 - i)) {
    r[i + j - 1] <- r[i + j - 1] + a[i] * b[j] ; r <- carry(r) }; r }
  carry <- function(r) { for (i in 1:4) { c <- floor(r[i] / 65536); r[i] <- r[i] - c * 65536; if (i < 4) r[i + 1] <- r[i + 1] + c }; r }
  add <- function(a, b) carry(a + b)
  bits <- function(a) as.vector(sapply(a, function(v) (v %/% 2^(0:15)) %% 2))
  limbs <- function(b) sapply(0:3, function(i) sum(b[16 * i + 1:16] * 2^(0:15)))
  shift <- function(a, k) { b <- bits(a); limbs(c(b[(k + 1):64], rep(0, k))) }
  xor64 <- function(a, b) limbs((bits(a) + bits(b)) %% 2)
  of <- function(x) c(x %% 65536, (x %/% 65536) %% 65536, (x %/% 4294967296) %% 65536, 0)
  hex <- function(s) sapply(3:0, function(i) strtoi(substr(s, 4 * i + 1, 4 * i + 4), 16L))
  A <- hex("D1B54A32D192ED03"); B <- hex("9E3779B97F4A7C15"); C <- hex("BF58476D1CE4E5B9"); D <- hex("94D049BB133111EB")
  function(seed, stream, n) {
    z <- add(add(of(seed), mul(of(stream), A)), mul(of(n + 1), B))
    z <- mul(xor64(z, shift(z, 30)), C)
    z <- mul(xor64(z, shift(z, 27)), D)
    xor64(z, shift(z, 31))
  }
})
below <- function(seed, stream, n, k) { v <- value(seed, stream, n); ((v[3] + 65536 * v[4]) * k) %/% 4294967296 }
stopifnot(below(1, 1, 0, 10000) == 3768, below(1, 1, 1, 10000) == 8168)

cat(R.version.string, "\n")
cat("BH", format(p.adjust(c(.01, .04, .03, .2), "BH"), digits = 17), "\n")

n <- 240
order <- sapply(0:(n - 1), function(i) below(9, 1, i, 2))
option <- sapply(0:(n - 1), function(i) min(3, below(9, 2, i, 4) + (if (order[i + 1] == 1 && below(9, 3, i, 10) < 3) 1 else 0)))
test <- suppressWarnings(chisq.test(table(order, option), correct = FALSE))
cat("order", format(c(unname(test$statistic), unname(test$parameter), test$p.value), digits = 17), "\n")

persona <- sapply(0:(n - 1), function(i) below(9, 4, i, 60))
split <- function(group) {
  g <- factor(group); between <- within <- 0
  sizes <- table(g); n0 <- (n - sum(sizes^2) / n) / (nlevels(g) - 1)
  for (k in 0:3) {
    a <- summary(aov(as.numeric(option == k) ~ g))[[1]]
    between <- between + (a[1, "Mean Sq"] - a[2, "Mean Sq"]) / n0
    within <- within + a[2, "Mean Sq"]
  }
  c(between, within)
}
cat("personas", format(split(persona), digits = 17), "orders", format(split(order), digits = 17), "\n")

squares <- sapply(0:3, function(k) summary(aov(as.numeric(option == k) ~ factor(order)))[[1]][, "Sum Sq"])
between <- sum(squares[1, ]); within <- sum(squares[2, ])
cat("audit", format((between - within / (n - 2)) / (between + within), digits = 17), "\n")

# an audit whose 30 personas answer 8 times, 4 times with each level
block <- (0:(n - 1)) %/% 8; level <- (0:(n - 1)) %% 2
own <- sapply(0:29, function(p) below(9, 2, p, 4))
option <- sapply(0:(n - 1), function(i) min(3, (if (below(9, 5, i, 10) < 6) own[block[i + 1] + 1] else below(9, 3, i, 4)) + (if (level[i + 1] == 1 && below(9, 6, i, 10) < 6) 1 else 0)))
squares <- sapply(0:3, function(k) summary(aov(as.numeric(option == k) ~ factor(level) + factor(block)))[[1]][, "Sum Sq"])
between <- sum(squares[1, ]); within <- sum(squares[3, ])
cat("audit in blocks", format((between - within / (n - 2 - 29)) / sum(squares), digits = 17), "\n")
