package dev.voxpop.simulator.society;

/** A respondent's answer: an option or a refusal. */
public sealed interface PanelAnswer {
  /** The place of the option chosen, counted from 0 in the questionnaire's order. */
  record Chosen(int option) implements PanelAnswer {}

  /** The respondent kept the answer, or no option fitted. */
  record Refused() implements PanelAnswer {}
}
