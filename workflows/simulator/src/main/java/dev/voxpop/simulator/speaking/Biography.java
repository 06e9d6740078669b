package dev.voxpop.simulator.speaking;

import dev.voxpop.simulator.chance.Dice;
import dev.voxpop.simulator.society.Person;
import dev.voxpop.simulator.trait.Facts;
import java.util.List;
import java.util.Locale;

/** A person with the further facts that a life story needs: marriage, children, years. */
record Biography(Person person, String marital, int kids) implements Facts {
  private static final int PRESENT = 2026;
  private static final List<String> TENS =
      List.of(
          "teens",
          "twenties",
          "thirties",
          "forties",
          "fifties",
          "sixties",
          "seventies",
          "eighties",
          "nineties");
  private static final List<String> NUMBERS =
      List.of("no children", "one child", "two children", "three children", "four children");

  static Biography of(Person person, Dice dice) {
    int age = person.traits().age();
    double coupled = Math.clamp((age - 20) / 22.0, 0.03, 0.62);
    double widowed = age > 60 ? (age - 60) / 70.0 : 0;
    double divorced = age > 30 ? 0.15 : 0.01;
    int state =
        dice.index(
            new double[] {
              coupled, divorced, widowed, Math.max(0.12, 1 - coupled - divorced - widowed)
            });
    String marital = List.of("MARRIED", "DIVORCED", "WIDOWED", "SINGLE").get(state);
    double parenthood = Math.clamp((age - 21) / 16.0, 0, marital.equals("SINGLE") ? 0.25 : 0.85);
    return new Biography(person, marital, dice.happens(parenthood) ? dice.between(1, 4) : 0);
  }

  @Override
  public double number(String name) {
    return name.equals("kids") ? kids : person.traits().number(name);
  }

  @Override
  public String word(String name) {
    return name.equals("marital") ? marital : person.traits().word(name);
  }

  /** The facts that are written as they are; empty when the name is no such fact. */
  String written(String name) {
    int age = person.traits().age();
    return switch (name) {
      case "age" -> String.valueOf(age);
      case "born" -> String.valueOf(PRESENT - age);
      case "decade" -> TENS.get(Math.min(age, 99) / 10 - 1);
      case "kids" -> NUMBERS.get(kids);
      case "income" -> String.format(Locale.ROOT, "$%,d", person.traits().income());
      default -> "";
    };
  }
}
