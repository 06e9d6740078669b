package dev.voxpop.analysis.comparison;

import dev.voxpop.analysis.elicitation.ProbabilityVector;
import dev.voxpop.analysis.panel.Demographics;
import dev.voxpop.analysis.panel.Item;
import dev.voxpop.analysis.panel.Panel;
import dev.voxpop.analysis.subgroup.Division;
import dev.voxpop.analysis.subgroup.Group;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Everything a comparison is made from.
 *
 * @param id experiment id
 * @param people the human sample, its columns in the order of the questions
 * @param arms in document order
 * @param facts waves, hashes, seeds and versions, shown on the method page as they are
 * @param answers whose answers the personas' are
 * @param divisions groups of people whose numbers are computed apart
 * @param demographics codes that describe the people, for exports
 * @param probabilities what personas gave where they were not asked to choose
 * @param audit an arm that was asked again in several ways
 */
public record Study(
    String id,
    String title,
    Panel people,
    List<ArmInput> arms,
    Settings settings,
    SortedMap<String, String> facts,
    Origin answers,
    List<Division> divisions,
    Demographics demographics,
    List<ProbabilityVector> probabilities,
    Optional<AuditInput> audit) {

  /** Where the personas' answers come from. */
  public enum Origin {
    /** A language model. */
    MODEL,
    /** The simulated society: neither people nor a model. */
    SIMULATOR,
    /** A file of unknown origin. */
    IMPORTED
  }

  /** Copies the collections and checks that all arms have the people's questions. */
  public Study {
    arms = List.copyOf(arms);
    divisions = List.copyOf(divisions);
    probabilities = probabilities.stream().sorted(ProbabilityVector.ORDER).toList();
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
    for (ArmInput arm : Stream.concat(arms.stream(), cells(audit)).toList()) {
      if (!ids(arm.panel()).equals(ids(people))) {
        throw new IllegalArgumentException(
            "Arm '%s' has the questions %s, the people have %s.%nMaybe a column is missing."
                .formatted(arm.id(), ids(arm.panel()), ids(people)));
      }
    }
  }

  /** A study of chosen answers only, whose people have no demographic codes. */
  public Study(
      String id,
      String title,
      Panel people,
      List<ArmInput> arms,
      Settings settings,
      SortedMap<String, String> facts,
      Origin answers,
      List<Division> divisions) {
    this(
        id,
        title,
        people,
        arms,
        settings,
        facts,
        answers,
        divisions,
        Demographics.NONE,
        List.of(),
        Optional.empty());
  }

  /** A study without groups. */
  public Study(
      String id,
      String title,
      Panel people,
      List<ArmInput> arms,
      Settings settings,
      SortedMap<String, String> facts,
      Origin answers) {
    this(id, title, people, arms, settings, facts, answers, List.of());
  }

  /** The same study with groups. */
  public Study dividedBy(List<Division> others) {
    return with(others, demographics, probabilities, audit);
  }

  /** The same study with codes that describe its people. */
  public Study describedBy(Demographics others) {
    return with(divisions, others, probabilities, audit);
  }

  /** The same study with probabilities. */
  public Study withProbabilities(List<ProbabilityVector> vectors) {
    return with(divisions, demographics, vectors, audit);
  }

  /** The same study with an arm that was asked again. */
  public Study audited(AuditInput again) {
    return with(divisions, demographics, probabilities, Optional.of(again));
  }

  /** Every arm that was interviewed: the arms, then the cells of the audit. */
  public List<ArmInput> interviewed() {
    return Stream.concat(arms.stream(), cells(audit)).toList();
  }

  private static Stream<ArmInput> cells(Optional<AuditInput> audit) {
    return audit.stream().flatMap(own -> own.cells().stream()).map(AuditInput.Cell::input);
  }

  private Study with(
      List<Division> parts,
      Demographics described,
      List<ProbabilityVector> vectors,
      Optional<AuditInput> again) {
    return new Study(
        id, title, people, arms, settings, facts, answers, parts, described, vectors, again);
  }

  /** The part of this study that holds one group, without groups of its own. */
  public Study slice(Group group) {
    List<ArmInput> parts = arms.stream().map(arm -> arm.slice(group)).toList();
    Map<String, Set<String>> members = new HashMap<>();
    parts.forEach(part -> members.put(part.id(), subjects(part.panel())));
    return new Study(id, title, group.peopleOf(people), parts, settings, facts, answers)
        .withProbabilities(
            probabilities.stream().filter(vector -> belongs(vector, members, group)).toList());
  }

  /** Probabilities belong where their persona does; without drawn answers, by its own trait. */
  private static boolean belongs(
      ProbabilityVector vector, Map<String, Set<String>> members, Group group) {
    return members.getOrDefault(vector.arm(), group.personas()).contains(vector.persona());
  }

  private static Set<String> subjects(Panel panel) {
    return IntStream.range(0, panel.size())
        .mapToObj(row -> panel.subjects().names().get(panel.subjects().of(row)))
        .collect(Collectors.toSet());
  }

  /** The questions. */
  public List<Item> items() {
    return people.items();
  }

  private static List<String> ids(Panel panel) {
    return panel.items().stream().map(Item::id).toList();
  }
}
