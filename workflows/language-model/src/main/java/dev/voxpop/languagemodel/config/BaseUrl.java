package dev.voxpop.languagemodel.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The check of an alias's address: plain http(s), and without TLS only to this machine or to a host
 * that the operator lists. Names that only resolve to this machine do not count as it.
 */
final class BaseUrl {

  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final URI NOWHERE = URI.create("http://localhost/");

  private BaseUrl() {}

  /** The address; a stand-in when it is wrong, which {@code problems} knows then. */
  static URI check(String text, Set<String> trustedHosts, Problems problems) {
    URI uri = parse(text);
    if (uri == null || !isPlain(uri)) {
      problems.add(
          "base-url",
          text,
          "http(s)://host[:port]/path without user, query and fragment",
          "write it like https://host/v1");
      return NOWHERE;
    }
    if (!isSecure(uri, trustedHosts)) {
      problems.add(
          "base-url",
          text,
          "https, or http to this machine or a trusted host",
          "list the host in " + problems.key("trusted-hosts") + " if the network is yours");
    }
    return uri;
  }

  private static @Nullable URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static boolean isPlain(URI uri) {
    return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
        && uri.getHost() != null
        && uri.getUserInfo() == null
        && uri.getQuery() == null
        && uri.getFragment() == null;
  }

  private static boolean isSecure(URI uri, Set<String> trustedHosts) {
    return "https".equals(uri.getScheme())
        || LOOPBACK.contains(uri.getHost())
        || trustedHosts.contains(uri.getHost());
  }
}
