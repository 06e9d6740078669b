package dev.voxpop.languagemodel.openai;

import static dev.voxpop.languagemodel.openai.AddressRules.Trust.LOOPBACK;
import static dev.voxpop.languagemodel.openai.AddressRules.Trust.PRIVATE;
import static dev.voxpop.languagemodel.openai.AddressRules.Trust.PUBLIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

  private static boolean allows(String address, AddressRules.Trust trust)
      throws UnknownHostException {
    return AddressRules.allows(InetAddress.getByName(address), trust);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "169.254.169.254",
        "169.254.0.1",
        "::ffff:169.254.169.254",
        "::169.254.169.254",
        "2002:a9fe:a9fe::",
        "64:ff9b::a9fe:a9fe",
        "fe80::1",
        "224.0.0.1",
        "ff02::1",
        "0.0.0.0",
        "0.1.2.3",
        "::",
        "::ffff:0.0.0.0"
      })
  void address_linkLocalMulticastOrUnspecified_isNeverAllowed(String address)
      throws UnknownHostException {
    for (AddressRules.Trust trust : AddressRules.Trust.values()) {
      assertThat(allows(address, trust)).as("%s", trust).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.9.1", "::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1"})
  void address_loopback_needsALoopbackOrTrustedHost(String address) throws UnknownHostException {
    assertThat(allows(address, PUBLIC)).isFalse();
    assertThat(allows(address, LOOPBACK)).isTrue();
    assertThat(allows(address, PRIVATE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "100.64.0.1", "100.127.0.1",
        "192.0.0.8", "198.18.0.1", "198.19.0.1", "240.0.0.1", "255.255.255.255", "fc00::1",
        "fd12::1", "::ffff:10.0.0.1", "2002:0a00:0001::", "64:ff9b::c0a8:101"
      })
  void address_private_needsATrustedHost(String address) throws UnknownHostException {
    assertThat(allows(address, PUBLIC)).isFalse();
    assertThat(allows(address, LOOPBACK)).isFalse();
    assertThat(allows(address, PRIVATE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:2800::1", "::ffff:8.8.8.8"})
  void address_public_isAllowed(String address) throws UnknownHostException {
    assertThat(allows(address, PUBLIC)).isTrue();
  }

  @Test
  void host_listedAsTrusted_mayBePrivate() {
    assertThat(AddressRules.trust("gpu.lan", Set.of("gpu.lan"))).isEqualTo(PRIVATE);
    assertThat(AddressRules.trust("localhost", Set.of())).isEqualTo(LOOPBACK);
    assertThat(AddressRules.trust("127.0.0.2", Set.of())).isEqualTo(PUBLIC);
    assertThat(AddressRules.trust("2130706433", Set.of())).isEqualTo(PUBLIC);
  }
}
