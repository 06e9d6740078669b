package dev.voxpop.analysis.bound;

import dev.voxpop.analysis.panel.Panel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The order in which the rows of people are added: joint cells by block of people and group of
 * questions.
 *
 * <p>Options are numbered through all questions: option k of question q is {@code first(q) + k}.
 */
final class CellPlan {

  /** People of a block: their rows of eight words each stay in the second-level cache. */
  private static final int BLOCK = 1 << 14;

  private final int[] first;
  private final List<QuestionGroup> groups;
  private final List<JointCells.Block> blocks = new ArrayList<>();
  private final JointCells[][] cells;

  private CellPlan(Panel panel, List<QuestionGroup> groups, JointCells.Limit limit) {
    this.groups = groups;
    first = new int[panel.questions() + 1];
    for (int q = 0; q < panel.questions(); q++) {
      first[q + 1] = first[q] + panel.item(q).levels();
    }
    for (int start = 0; start < panel.size(); start += BLOCK) {
      blocks.add(new JointCells.Block(start, Math.min(BLOCK, panel.size() - start)));
    }
    cells = new JointCells[blocks.size()][groups.size()];
    IntStream.range(0, blocks.size() * groups.size())
        .parallel()
        .forEach(
            i -> {
              int block = i / groups.size();
              int group = i % groups.size();
              cells[block][group] =
                  JointCells.of(panel, groups.get(group), blocks.get(block), limit);
            });
  }

  /** The plan of a partition into groups of questions. */
  static CellPlan of(Panel panel, List<QuestionGroup> groups, JointCells.Limit limit) {
    return new CellPlan(panel, groups, limit);
  }

  /** Number of options of all questions. */
  int options() {
    return first[first.length - 1];
  }

  /** Number of a question's first option. */
  int first(int question) {
    return first[question];
  }

  /** Number of a group's first option. */
  int firstOfGroup(int group) {
    return first[groups.get(group).first()];
  }

  List<JointCells.Block> blocks() {
    return blocks;
  }

  /** Number of groups. */
  int groups() {
    return groups.size();
  }

  /** Cells of a block and group. */
  JointCells cells(int block, int group) {
    return cells[block][group];
  }

  /** Most rows of people and cells that are needed at a time. */
  int rows() {
    int most = 0;
    for (int block = 0; block < cells.length; block++) {
      int size = blocks.get(block).size();
      int sums = Arrays.stream(cells[block]).mapToInt(joint -> joint.ends().length).max().orElse(0);
      most = Math.max(most, size + sums);
    }
    return most;
  }
}
