package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.subgroup.Division;
import dev.voxpop.analysis.subgroup.Group;
import java.util.List;

/**
 * The numbers of every group of a division.
 *
 * @param cover people in several groups, and in none
 * @param groups in declared order
 * @param gaps differences between groups, by arm and measure
 */
public record DivisionFindings(
    Division division, Division.Cover cover, List<GroupFindings> groups, List<GroupGap> gaps) {

  /** Copies the lists. */
  public DivisionFindings {
    groups = List.copyOf(groups);
    gaps = List.copyOf(gaps);
  }

  /**
   * One group's numbers: the same as those of a study that holds this group only.
   *
   * @param findings distances, structure, reliability, bound and intervals of the slice
   */
  public record GroupFindings(Group group, Findings findings) {

    /** Whether an arm of this group has fewer people or personas than the settings ask for. */
    public boolean small(ArmFindings arm) {
      int least = findings.study().settings().smallN();
      return findings.people().n() < least || arm.size().personas() < least;
    }
  }
}
