package dev.voxpop.matching.files;

import dev.voxpop.contracts.experiment.TraitCondition;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on a trait as it is typed: {@code trait=label|label}, and for personas optionally
 * {@code @p} when their mass on the labels must reach p.
 */
public final class ConditionText {

  private static final Pattern FORM =
      Pattern.compile("(?<trait>[^=]+)=(?<labels>.+?)(?:@(?<mass>[01]?\\.?[0-9]+))?");

  private ConditionText() {}

  /** Returns the condition that a text means. */
  public static TraitCondition parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no condition.\nMaybe write trait=label|label, or trait=label@0.6?"
              .formatted(text));
    }
    String mass = matcher.group("mass");
    return new TraitCondition(
        matcher.group("trait").trim(),
        List.of(matcher.group("labels").split("\\|", -1)),
        mass == null ? null : Double.valueOf(mass));
  }
}
