package dev.voxpop.standalone.command;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** An operator's word to a running experiment. */
final class Steer {

  private Steer() {}

  /**
   * Sends an order and says that it was taken.
   *
   * @throws UserError when the experiment is unknown or over
   */
  static void send(Api api, String id, String order, String reason) {
    String query =
        reason.isEmpty() ? "" : "?reason=" + URLEncoder.encode(reason, StandardCharsets.UTF_8);
    api.post("/experiments/" + id + "/" + order + query, "application/json", new byte[0]);
    System.out.println(id + ": " + order + " is ordered.");
  }
}
