package dev.voxpop.analysis.report;

import dev.voxpop.analysis.comparison.Findings;
import java.util.ArrayList;
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
    List<Section> sections = new ArrayList<>();
    sections.add(new MainSection(findings).section());
    sections.add(head.study());
    sections.add(new QuestionSection(findings).section());
    sections.add(new StructureSection(findings).section());
    sections.add(new DifferenceSection(findings).section());
    if (!findings.divisions().isEmpty()) {
      sections.add(new SubgroupSection(findings).section());
    }
    sections.add(new MatchingSection(findings, enclosures).section());
    sections.add(compliance.section());
    sections.add(new OrderSection(findings).section());
    findings
        .audit()
        .map(audit -> new AuditSection(findings.study().items(), audit).section())
        .ifPresent(sections::add);
    if (!findings.elicitations().isEmpty()) {
      sections.add(new ElicitationSection(findings).section());
    }
    sections.add(new MethodSection(findings).section());
    sections.add(new DisclosureSection(findings).section());
    return new ReportContent(findings.study().title(), head.banner(), created, sections);
  }
}
