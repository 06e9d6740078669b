package dev.voxpop.instrument.file;

import dev.voxpop.instrument.wave.Wave;
import java.util.List;
import java.util.Map;

/**
 * A draft of an overlay: the empty texts of a wave, filled from the labels of a data file.
 *
 * @param overlay the overlay as YAML
 * @param notes what a person should look at: columns without labels, labels that differ between
 *     questions of one scale, and labels of undeclared codes that look like refusals
 */
public record OverlayDraft(String overlay, List<String> notes) {
  public OverlayDraft {
    notes = List.copyOf(notes);
  }

  /** The draft for a wave. */
  public static OverlayDraft of(Wave wave, Map<String, ColumnLabels> columns) {
    OverlayFilling draft = new OverlayFilling(columns);
    wave.questions().forEach(draft::question);
    wave.demographics().forEach(draft::demographic);
    return new OverlayDraft(draft.yaml(wave.id()), draft.notes());
  }

  /**
   * The labels of a column in a data file.
   *
   * @param label label of the variable; may be empty
   * @param values labels by code
   */
  public record ColumnLabels(String label, Map<Integer, String> values) {
    public ColumnLabels {
      values = Map.copyOf(values);
    }
  }
}
