package dev.voxpop.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.voxpop.hosting.Payloads;
import dev.voxpop.standalone.ExitCode;

/** Limits of a running experiment, written as {@code name=value}. */
final class Limits {

  private Limits() {}

  /**
   * Sets one limit.
   *
   * @param setting {@code budget=7.50}, {@code tokens=n}, {@code calls=n} or {@code
   *     concurrency=alias:n}
   * @throws UserError when it is not one of these, or the run refuses it
   */
  static void put(Api api, String id, String setting) {
    int equals = setting.indexOf('=');
    String name = equals < 0 ? setting : setting.substring(0, equals);
    String value = equals < 0 ? "" : setting.substring(equals + 1);
    ObjectNode body = Payloads.mapper().createObjectNode();
    switch (name) {
      case "budget" -> api.put(path(id, "budget"), body.put("usd", value));
      case "tokens", "calls" -> api.put(path(id, "budget"), body.put(name, whole(setting, value)));
      case "concurrency" -> {
        int colon = value.lastIndexOf(':');
        body.put("alias", colon < 0 ? "default" : value.substring(0, colon));
        body.put("n", whole(setting, value.substring(colon + 1)));
        api.put(path(id, "concurrency"), body);
      }
      default -> throw unknown(setting);
    }
    System.out.println(id + ": " + setting + " is set.");
  }

  private static String path(String id, String limit) {
    return "/experiments/" + id + "/" + limit;
  }

  private static long whole(String setting, String value) {
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw unknown(setting);
    }
  }

  private static UserError unknown(String setting) {
    return new UserError(
        ExitCode.USAGE,
        "\"%s\" is not a limit.\nMaybe write budget=7.50, tokens=1000000, calls=5000 or concurrency=base:16."
            .formatted(setting));
  }
}
