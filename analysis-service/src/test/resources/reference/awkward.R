# Computes shares, distances, correlations, matrix distances and alpha of the awkward data sets a second time, in base R,
# and compares them with FOLDER/<case>/expected.json. usage: Rscript awkward.R FOLDER
folder <- commandArgs(TRUE)[1]
read <- function(case, file) read.csv(file.path(folder, case, file), na.strings = "", check.names = FALSE)
# A JSON reader for the numbers that are compared: the value behind a path of keys and places.
parse <- function(text) {
  at <- 1; peek <- function() substr(text, at, at); skip <- function() while (grepl("[[:space:],:]", peek())) at <<- at + 1
  any <- function() {
    skip(); c <- peek()
    if (c == "{") { at <<- at + 1; out <- list(); repeat { skip(); if (peek() == "}") { at <<- at + 1; return(out) }; k <- any(); v <- any(); out[[k]] <- if (is.null(v)) NA else v } }
    if (c == "[") { at <<- at + 1; out <- list(); repeat { skip(); if (peek() == "]") { at <<- at + 1; return(out) }; v <- any(); out[[length(out) + 1]] <- if (is.null(v)) NA else v } }
    m <- regmatches(substr(text, at, at + 4000), regexpr('^("[^"]*"|[-+0-9.eE]+|null|true|false)', substr(text, at, at + 4000))); at <<- at + nchar(m)
    if (substr(m, 1, 1) == '"') substr(m, 2, nchar(m) - 1) else if (m == "null") NULL else if (m %in% c("true", "false")) m == "true" else as.numeric(m)
  }
  any()
}
share <- function(x, w, k) { ok <- !is.na(x) & w > 0; if (!any(ok)) rep(NA, k) else sapply(1:k, function(c) sum(w[ok & x == c]) / sum(w[ok])) }
emd <- function(p, v) if (anyNA(c(p, v))) NA else sum(abs(cumsum(p - v))[-length(p)])
corr <- function(x, w, listwise) {
  q <- ncol(x); r <- matrix(NA, q, q); full <- complete.cases(x)
  for (a in 1:q) for (b in a:q) {
    ok <- (if (listwise) full else complete.cases(x[, c(a, b)])) & w > 0
    if (sum(ok) < 3 || length(unique(x[ok, a])) < 2 || length(unique(x[ok, b])) < 2) next
    r[a, b] <- r[b, a] <- if (a == b) 1 else cov.wt(cbind(x[ok, a], x[ok, b]), wt = w[ok] / sum(w[ok]), cor = TRUE, method = "ML")$cor[1, 2]
  }
  r
}
alpha <- function(x) {
  k <- ncol(x)
  if (k < 2 || any(sapply(x, function(v) length(unique(v[!is.na(v)])) < 2))) return(NA)
  c <- suppressWarnings(cov(x, use = "pairwise.complete.obs")); diag(c) <- sapply(x, var, na.rm = TRUE)
  if (anyNA(c) || sum(c) == 0) NA else k / (k - 1) * (1 - sum(diag(c)) / sum(c))
}
worst <- 0; count <- 0
check <- function(place, found, expected) {
  count <<- count + 1
  if (is.na(found) != is.na(expected)) stop(place, ": ", found, " against ", expected)
  if (!is.na(found)) { d <- abs(found - expected) / max(1, abs(expected)); worst <<- max(worst, d); if (d > 1e-9) stop(place, ": ", found, " against ", expected) }
}
for (case in list.files(folder)) {
  e <- parse(paste(readLines(file.path(folder, case, "expected.json")), collapse = " "))
  items <- strsplit(strsplit(e$case$items, ",")[[1]], ":"); ids <- sapply(items, `[`, 1); levels <- as.integer(sapply(items, `[`, 2))
  h <- read(case, "humans.csv"); all <- read(case, "responses.csv"); w <- h$w; x <- h[, ids, drop = FALSE]
  for (arm in e$arms) {
    v <- all[all$arm == arm$id, ids, drop = FALSE]; one <- rep(1, nrow(v))
    for (q in seq_along(ids)) {
      p <- share(x[[q]], w, levels[q]); s <- share(v[[q]], one, levels[q]); r <- arm$questions[[q]]
      for (k in seq_len(levels[q])) { if (!anyNA(p)) check("human", p[k], r$human[[k]]); if (!anyNA(s)) check("persona", s[k], r$persona[[k]]) }
      check(paste(case, "emd"), emd(p, s), r$emd); check("tv", sum(abs(p - s)) / 2, r$tv)
    }
    for (preset in c("original", "consistent")) {
      a <- corr(x, w, preset == "original"); b <- corr(v, one, FALSE); ok <- !is.na(a) & !is.na(b); r <- arm$structure[[preset]]
      off <- any(ok & !diag(length(ids)))
      check(paste(case, "frobenius"), if (off) sqrt(sum((a - b)[ok]^2)) else NA, r$frobenius)
      check(paste(case, "l1"), if (off) sum(abs(a - b)[ok]) else NA, r$l1)
      check(paste(case, "cbs"), if (off && all(ok)) 1 - sum(diag(a %*% b)) / sqrt(sum(a^2) * sum(b^2)) else NA, r$cbs)
    }
    check(paste(case, "alpha"), alpha(x), arm$alpha$pairwise$human); check("alpha", alpha(v), arm$alpha$pairwise$persona)
    check("alpha", alpha(x[complete.cases(x), , drop = FALSE]), arm$alpha$listwise$human)
    check("alpha", alpha(v[complete.cases(v), , drop = FALSE]), arm$alpha$listwise$persona)
  }
}
cat(R.version.string, "-", count, "numbers agree, largest difference", worst, "\n")
