package dev.voxpop.worker.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.voxpop.contracts.experiment.AuditChoice;
import dev.voxpop.contracts.experiment.AuditFactor;
import dev.voxpop.contracts.experiment.VariedFactor;
import dev.voxpop.contracts.experiments.Reading;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuditRulesTest {

  private static final String TWO = "\"symbol\": [\"upper\", \"number\"]";

  private static Reading read(String audit) {
    String document =
        """
        {"apiVersion": "v1", "survey": {"wave": "w"},
         "arms": [{"id": "bio", "baseline": "bio"}, {"id": "bio-audit-07", "baseline": "qa"},
                  {"id": "%s", "baseline": "qa"}],
         "audit": %s}
        """
            .formatted("x".repeat(60), audit);
    return DocumentReader.read(document.getBytes(StandardCharsets.UTF_8), "x");
  }

  @Test
  void audit_ofADocument_isReadWithFactorsInOneOrderAndNumbersAlike() {
    String document =
        """
        {"apiVersion": "v1", "survey": {"wave": "w"},
         "audit": {"arm": "greedy-bio", "cells": 4,
          "factors": {"temperature": [1, 0.70], "optionOrder": ["random", "declared"]}}}
        """;
    Reading reading = DocumentReader.read(document.getBytes(StandardCharsets.UTF_8), "x");

    assertThat(reading.problems()).isEmpty();
    assertThat(Objects.requireNonNull(reading.document()).audit())
        .isEqualTo(
            new AuditChoice(
                "greedy-bio",
                List.of(
                    new VariedFactor(AuditFactor.OPTION_ORDER, List.of("random", "declared")),
                    new VariedFactor(AuditFactor.TEMPERATURE, List.of("1.0", "0.7"))),
                4,
                50));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"factors\": {TWO}} | /audit | \"arm\"",
        "{\"arm\": \"bio\"} | /audit | \"factors\"",
        "{\"arm\": \"bo\", \"factors\": {TWO}} | /audit/arm | you meant \"bio\"",
        "{\"arm\": \"LONG\", \"factors\": {TWO}} | /audit/arm | at most 54 characters",
        "{\"arm\": \"bio\", \"factors\": {TWO}} | /arms/1/id | another id",
        "{\"arm\": \"bio\", \"factors\": {}} | /audit/factors | add what is missing",
        "{\"arm\": \"bio\", \"factors\": {\"symbols\": [\"upper\", \"lower\"]}} | /audit/factors/symbols | you meant \"symbol\"",
        "{\"arm\": \"bio\", \"factors\": {\"paraphrase\": [\"a\", \"b\"]}} | /audit/factors/paraphrase | wave of its own",
        "{\"arm\": \"bio\", \"factors\": {\"topP\": [0.5, 1]}} | /audit/factors/topP | use one of bracket, optionOrder, questionOrder, symbol, temperature",
        "{\"arm\": \"bio\", \"factors\": {\"symbol\": [\"upper\"]}} | /audit/factors/symbol | add what is missing",
        "{\"arm\": \"bio\", \"factors\": {\"symbol\": [\"upper\", \"lwer\"]}} | /audit/factors/symbol/1 | you meant \"lower\"",
        "{\"arm\": \"bio\", \"factors\": {\"temperature\": [0.5, 3]}} | /audit/factors/temperature/1 | ''",
        "{\"arm\": \"bio\", \"factors\": {\"temperature\": [1, \"1\"]}} | /audit/factors/temperature/1 | ''",
        "{\"arm\": \"bio\", \"factors\": {TWO}, \"cells\": 3} | /audit/cells | use at most 2",
        "{\"arm\": \"bio\", \"factors\": {TWO}, \"cells\": 1} | /audit/cells | ''",
        "{\"arm\": \"bio\", \"factors\": {TWO, \"temperature\": [0.5, 0.7, 1, 1.5]}, \"cells\": 4} | /audit/cells | use at least 5",
        "{\"arm\": \"bio\", \"factors\": {TWO}, \"personas\": 0} | /audit/personas | ''",
        "{\"arm\": \"bio\", \"factors\": {TWO}, \"cell\": 2} | /audit/cell | you meant \"cells\"",
        "7 | /audit | ''",
      })
  void badAudit_isRefusedAtItsPlace(String audit, String pointer, String advice) {
    String text = audit.replace("TWO", TWO).replace("LONG", "x".repeat(60));

    assertThat(read(text).problems())
        .anySatisfy(
            problem -> {
              assertThat(problem.pointer()).isEqualTo(pointer);
              assertThat(problem.suggestion()).contains(advice);
            });
  }
}
