package dev.voxpop.languagemodel.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The wrong values of one alias, collected with key, value, allowed range and advice. */
final class Problems {

  private static final Duration LONGEST = Duration.ofHours(1);

  private final String prefix;
  private final List<String> texts = new ArrayList<>();

  Problems(String alias) {
    this.prefix = "voxpop.model." + alias + ".";
  }

  String key(String name) {
    return prefix + name;
  }

  List<String> texts() {
    return texts;
  }

  void add(String name, Object value, String allowed, String advice) {
    String quoted = value instanceof String text ? "\"" + text + "\"" : String.valueOf(value);
    texts.add("%s = %s: allowed is %s.\n  Maybe %s.".formatted(key(name), quoted, allowed, advice));
  }

  void range(String name, long value, long least, long most) {
    if (value < least || value > most) {
      add(name, value, least + " … " + most, "choose a number in that range");
    }
  }

  void range(String name, OptionalLong value, long least, long most) {
    value.ifPresent(number -> range(name, number, least, most));
  }

  void duration(String name, Duration value) {
    if (value.compareTo(Duration.ofMillis(1)) < 0 || value.compareTo(LONGEST) > 0) {
      add(name, value, "1 ms … 1 h", "write it like 60s");
    }
  }
}
