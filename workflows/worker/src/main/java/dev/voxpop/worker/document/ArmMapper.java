package dev.voxpop.worker.document;

import com.fasterxml.jackson.databind.JsonNode;
import dev.voxpop.contracts.experiment.ArmChoice;
import dev.voxpop.contracts.experiment.Bracket;
import dev.voxpop.contracts.experiment.DecodingChoice;
import dev.voxpop.contracts.experiment.Mode;
import dev.voxpop.contracts.experiment.ModelAliases;
import dev.voxpop.contracts.experiment.PersonaWeights;
import dev.voxpop.contracts.experiment.PromptFormat;
import dev.voxpop.contracts.experiment.Roles;
import dev.voxpop.contracts.experiment.Symbol;
import dev.voxpop.contracts.experiment.TextStyle;
import org.jspecify.annotations.Nullable;

/** Reads arms and what they may override. */
final class ArmMapper {

  private ArmMapper() {}

  static ArmChoice arm(Fields arm) {
    return new ArmChoice(
        arm.text("id", ""),
        arm.choiceOrNull("baseline", TextStyle.class),
        arm.text("stories"),
        arm.text("matching"),
        arm.choice("append", TextStyle.NONE),
        arm.choice("weights", PersonaWeights.NONE),
        arm.has("models") ? models(arm.child("models"), "default") : null,
        format(arm.at("format"), null),
        arm.has("decoding") ? decoding(arm.at("decoding")) : null,
        arm.has("survey") ? DocumentMapper.survey(arm.at("survey")) : null);
  }

  static ModelAliases models(JsonNode models, String otherwise) {
    if (models.isTextual()) {
      return ModelAliases.all(models.textValue());
    }
    Fields purposes = new Fields(models);
    return new ModelAliases(
        purposes.text("interview", otherwise),
        purposes.text("stories", otherwise),
        purposes.text("judge", otherwise),
        purposes.text("reader", otherwise),
        purposes.text("critic", otherwise));
  }

  static @Nullable PromptFormat format(Fields format, @Nullable PromptFormat otherwise) {
    return format.isPresent()
        ? new PromptFormat(
            format.choice("symbol", Symbol.UPPER),
            format.choice("bracket", Bracket.ROUND),
            format.choice("roles", Roles.QUESTION_ANSWER),
            format.choice("mode", Mode.COMPLETION))
        : otherwise;
  }

  static DecodingChoice decoding(Fields decoding) {
    DecodingChoice otherwise = DecodingChoice.DEFAULT;
    return new DecodingChoice(
        decoding.number("temperature", otherwise.temperature()),
        decoding.number("topP", otherwise.topP()),
        decoding.integer("maxTokens", otherwise.maxTokens()),
        decoding.integer("maxAttempts", otherwise.maxAttempts()),
        decoding.orElse("tokenProbabilities", Fields.Flag.OFF).on());
  }
}
