package dev.voxpop.analysis.audit;

import dev.voxpop.analysis.draw.Draws;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Levels of every factor in a given number of cells, an orthogonal array where one is found.
 *
 * <p>All combinations of levels when there are as many cells. Otherwise levels are dealt to cells
 * so that those of a factor occur equally often, to within one, and are then exchanged between
 * cells, within one factor, as long as Σ n(a, b)² over all pairs of factors and of their levels
 * falls; that sum is least when every two levels meet equally often. Of {@value #STARTS} seeded
 * starts the one with the smallest sum is kept, of equals the one whose triples of levels meet most
 * evenly, of equals the first: even triples keep what one factor does apart from what two others do
 * together. Cells are sorted by their levels. O(starts · sweeps · factors² · cells²).
 *
 * <p>H. Xu, An algorithm for constructing orthogonal and nearly-orthogonal arrays with mixed levels
 * and small runs, 2002, doi:10.1198/004017002188618554; the exchanges are those of one column.
 */
final class FewCells {

  private static final int STARTS = 100;
  private static final int FIRST_STREAM = 1_000;

  private final int[] sizes;
  private final int cells;

  private FewCells(List<Factor> factors, int cells) {
    this.sizes = factors.stream().mapToInt(factor -> factor.levels().size()).toArray();
    this.cells = cells;
  }

  /** By factor, the level in every cell. */
  static int[][] of(List<Factor> factors, int cells, long seed) {
    FewCells few = new FewCells(factors, cells);
    long combinations = Arrays.stream(few.sizes).asLongStream().reduce(1, (a, b) -> a * b);
    if (cells > combinations || cells < 2) {
      throw new IllegalArgumentException(
          "There are %d combinations of levels for %d cells.%nMaybe use 2 to %d cells."
              .formatted(combinations, cells, combinations));
    }
    return sorted(cells == combinations ? few.all() : few.best(seed));
  }

  private int[][] all() {
    int[][] levels = new int[sizes.length][cells];
    int step = 1;
    for (int f = sizes.length - 1; f >= 0; f--) {
      for (int cell = 0; cell < cells; cell++) {
        levels[f][cell] = cell / step % sizes[f];
      }
      step *= sizes[f];
    }
    return levels;
  }

  private int[][] best(long seed) {
    int[][] best = exchanged(dealt(seed, 0));
    for (int start = 1; start < STARTS; start++) {
      int[][] other = exchanged(dealt(seed, start));
      long pairs = Long.compare(pairs(other), pairs(best));
      if (pairs < 0 || (pairs == 0 && triples(other) < triples(best))) {
        best = other;
      }
    }
    return best;
  }

  private int[][] dealt(long seed, int start) {
    int[][] levels = new int[sizes.length][];
    for (int f = 0; f < sizes.length; f++) {
      Draws draws = new Draws(seed, FIRST_STREAM + (long) start * sizes.length + f);
      int size = sizes[f];
      levels[f] = IntStream.range(0, cells).map(cell -> cell % size).toArray();
      BalancedDesign.shuffle(levels[f], draws);
    }
    return levels;
  }

  private int[][] exchanged(int[][] levels) {
    boolean better = true;
    while (better) {
      better = false;
      for (int f = 0; f < sizes.length; f++) {
        better |= exchanged(levels, f);
      }
    }
    return levels;
  }

  /** One sweep over the pairs of cells of a factor. */
  private boolean exchanged(int[][] levels, int f) {
    int[][][] met = new int[sizes.length][][];
    for (int g = 0; g < sizes.length; g++) {
      met[g] = met(levels, f, g);
    }
    boolean better = false;
    for (int i = 0; i < cells; i++) {
      for (int j = i + 1; j < cells; j++) {
        if (change(levels, met, f, i, j) < 0) {
          exchange(levels, met, f, i, j);
          better = true;
        }
      }
    }
    return better;
  }

  /** By how much the sum changes, halved, when two cells exchange their levels of a factor. */
  private int change(int[][] levels, int[][][] met, int f, int i, int j) {
    int a = levels[f][i];
    int b = levels[f][j];
    int change = 0;
    for (int g = 0; g < sizes.length && a != b; g++) {
      int u = levels[g][i];
      int v = levels[g][j];
      if (g != f && u != v) {
        change += met[g][b][u] - met[g][a][u] + met[g][a][v] - met[g][b][v] + 2;
      }
    }
    return change;
  }

  private void exchange(int[][] levels, int[][][] met, int f, int i, int j) {
    int a = levels[f][i];
    int b = levels[f][j];
    for (int g = 0; g < sizes.length; g++) {
      if (g != f) {
        met[g][a][levels[g][i]]--;
        met[g][b][levels[g][i]]++;
        met[g][b][levels[g][j]]--;
        met[g][a][levels[g][j]]++;
      }
    }
    levels[f][i] = b;
    levels[f][j] = a;
  }

  private int[][] met(int[][] levels, int f, int g) {
    int[][] met = new int[sizes[f]][sizes[g]];
    for (int cell = 0; cell < cells; cell++) {
      met[levels[f][cell]][levels[g][cell]]++;
    }
    return met;
  }

  private long pairs(int[][] levels) {
    long sum = 0;
    for (int f = 0; f < sizes.length; f++) {
      for (int g = 0; g < f; g++) {
        for (int[] row : met(levels, f, g)) {
          sum += Arrays.stream(row).mapToLong(n -> (long) n * n).sum();
        }
      }
    }
    return sum;
  }

  private long triples(int[][] levels) {
    long sum = 0;
    for (int f = 0; f < sizes.length; f++) {
      for (int g = 0; g < f; g++) {
        for (int h = 0; h < g; h++) {
          int[] met = new int[sizes[f] * sizes[g] * sizes[h]];
          for (int cell = 0; cell < cells; cell++) {
            met[(levels[f][cell] * sizes[g] + levels[g][cell]) * sizes[h] + levels[h][cell]]++;
          }
          sum += Arrays.stream(met).mapToLong(n -> (long) n * n).sum();
        }
      }
    }
    return sum;
  }

  private static int[][] sorted(int[][] levels) {
    Comparator<Integer> order = Comparator.comparingInt(cell -> levels[0][cell]);
    for (int f = 1; f < levels.length; f++) {
      int factor = f;
      order = order.thenComparingInt(cell -> levels[factor][cell]);
    }
    List<Integer> cells = IntStream.range(0, levels[0].length).boxed().sorted(order).toList();
    return Arrays.stream(levels)
        .map(own -> cells.stream().mapToInt(cell -> own[cell]).toArray())
        .toArray(int[][]::new);
  }
}
