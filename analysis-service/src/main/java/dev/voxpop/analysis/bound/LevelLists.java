package dev.voxpop.analysis.bound;

import dev.voxpop.analysis.panel.Panel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * For each block of people, question and option, the people of the block who chose it.
 *
 * <p>Cells are numbered through all questions: option k of question q is cell {@code first(q) + k}.
 */
final class LevelLists {

  /** People a block: their 64 masked weights each stay in the second-level cache. */
  static final int BLOCK = 512;

  private final int[] first;
  private final List<int[][]> blocks;

  private LevelLists(int[] first, List<int[][]> blocks) {
    this.first = first;
    this.blocks = blocks;
  }

  static LevelLists of(Panel panel) {
    int[] first = new int[panel.questions() + 1];
    for (int q = 0; q < panel.questions(); q++) {
      first[q + 1] = first[q] + panel.item(q).levels();
    }
    List<int[][]> blocks = new ArrayList<>();
    for (int start = 0; start < panel.size(); start += BLOCK) {
      blocks.add(block(panel, first, start));
    }
    return new LevelLists(first, blocks);
  }

  int cells() {
    return first[first.length - 1];
  }

  int first(int question) {
    return first[question];
  }

  int blocks() {
    return blocks.size();
  }

  /** People of a block who chose a cell's option, counted from the block's first. */
  int[] people(int block, int cell) {
    return blocks.get(block)[cell];
  }

  private static int[][] block(Panel panel, int[] first, int start) {
    int end = Math.min(panel.size(), start + BLOCK);
    int[][] lists = new int[first[first.length - 1]][];
    for (int q = 0; q < panel.questions(); q++) {
      for (int k = 0; k < panel.item(q).levels(); k++) {
        lists[first[q] + k] = choosers(panel, q, k, IntStream.range(start, end));
      }
    }
    return lists;
  }

  private static int[] choosers(Panel panel, int question, int option, IntStream rows) {
    int[] found = rows.filter(row -> panel.cell(row, question) == option).toArray();
    for (int i = 0; i < found.length; i++) {
      found[i] %= BLOCK;
    }
    return found;
  }
}
