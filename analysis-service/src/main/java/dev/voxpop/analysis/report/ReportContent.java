package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.Findings;
import java.util.List;

/**
 * A report as titled sections, before it becomes HTML or Markdown.
 *
 * @param banner what every reader must see first
 * @param created one line with the creation time; empty when it is left out
 */
public record ReportContent(
    String title, Block.Notice banner, String created, List<Section> sections) {

  /** Copies the list. */
  public ReportContent {
    sections = List.copyOf(sections);
  }

  /** The report of these findings. */
  public static ReportContent of(Findings findings, Enclosures enclosures, String created) {
    HeadSections head = new HeadSections(findings);
    ComplianceSection compliance = new ComplianceSection(findings);
    return new ReportContent(
        findings.study().title(),
        head.banner(),
        created,
        List.of(
            new MainSection(findings).section(),
            head.study(),
            new QuestionSection(findings).section(),
            new StructureSection(findings).section(),
            new DifferenceSection(findings).section(),
            new MatchingSection(findings, enclosures).section(),
            compliance.section(),
            new MethodSection(findings).section(),
            new DisclosureSection(findings).section()));
  }
}
