package dev.voxpop.languagemodel.openai;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

/**
 * Which addresses an alias may connect to.
 *
 * <p>A public address always; a loopback address when the configured host names the loopback; a
 * private one when the operator listed the host as trusted; link-local addresses (where clouds keep
 * their metadata), multicast and unspecified ones never. IPv4 addresses inside IPv6 ones (mapped,
 * compatible, 6to4, NAT64) are judged as IPv4. What is judged is the address of the open
 * connection, not a name or an earlier look-up.
 */
final class AddressRules {

  private static final Set<String> LOOPBACK_NAMES =
      Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private AddressRules() {}

  /** What the operator's configuration says of a host. */
  enum Trust {
    PUBLIC,
    LOOPBACK,
    PRIVATE
  }

  static Trust trust(String host, Set<String> trustedHosts) {
    if (trustedHosts.contains(host)) {
      return Trust.PRIVATE;
    }
    return LOOPBACK_NAMES.contains(host) ? Trust.LOOPBACK : Trust.PUBLIC;
  }

  static boolean allows(InetAddress address, Trust trust) {
    InetAddress judged = unwrap(address);
    if (judged.isLinkLocalAddress() || judged.isMulticastAddress() || isUnspecified(judged)) {
      return false;
    }
    if (judged.isLoopbackAddress()) {
      return trust != Trust.PUBLIC;
    }
    return trust == Trust.PRIVATE || !isPrivate(judged);
  }

  private static boolean isUnspecified(InetAddress address) {
    return address.isAnyLocalAddress() || (address.getAddress()[0] == 0 && isV4(address));
  }

  private static boolean isPrivate(InetAddress address) {
    byte[] b = address.getAddress();
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    if (isV4(address)) {
      return address.isSiteLocalAddress()
          || (first == 100 && (second & 0xc0) == 64) // carrier-grade
          || (first == 192 && second == 0 && (b[2] & 0xff) == 0) // protocol assignments
          || (first == 198 && (second & 0xfe) == 18) // benchmarking
          || first >= 240; // reserved
    }
    return (first & 0xfe) == 0xfc || address.isSiteLocalAddress(); // unique local
  }

  private static boolean isV4(InetAddress address) {
    return address instanceof Inet4Address;
  }

  private static InetAddress unwrap(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address;
    }
    byte[] b = address.getAddress();
    int prefix = (b[0] & 0xff) << 8 | (b[1] & 0xff);
    if (prefix == 0x2002) { // 6to4
      return v4(b, 2);
    }
    if (prefix == 0x0064 && (b[2] & 0xff) == 0xff && (b[3] & 0xff) == 0x9b) { // NAT64
      return v4(b, 12);
    }
    return isMappedOrCompatible(b) ? v4(b, 12) : address;
  }

  private static boolean isMappedOrCompatible(byte[] b) {
    for (int i = 0; i < 10; i++) {
      if (b[i] != 0) {
        return false;
      }
    }
    boolean mapped = b[10] == (byte) 0xff && b[11] == (byte) 0xff;
    boolean compatible = b[10] == 0 && b[11] == 0 && (b[12] | b[13]) != 0;
    return mapped || compatible;
  }

  private static InetAddress v4(byte[] b, int at) {
    try {
      return InetAddress.getByAddress(new byte[] {b[at], b[at + 1], b[at + 2], b[at + 3]});
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
