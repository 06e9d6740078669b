package dev.voxpop.standalone.planted;

import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;

/** Breaks a rule of the house on purpose. */
public final class TrustsEverybody implements X509TrustManager {

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) {}

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) {}

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return new X509Certificate[0];
  }
}
