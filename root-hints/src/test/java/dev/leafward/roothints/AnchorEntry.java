// SPDX-License-Identifier: Apache-2.0
package dev.leafward.roothints;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * One {@code KeyDigest} of the anchors' file, able to compute from its key what it claims of it.
 *
 * <p>The file's layout is ours, so a pattern reads it; code that must take any file of RFC 9718
 * needs a real XML reader.
 */
record AnchorEntry(
    int keyTag, int algorithm, int digestType, String digest, String publicKey, int flags) {
  private static final int DNSSEC_PROTOCOL = 3;
  private static final Pattern ENTRY =
      Pattern.compile(
          """
          <KeyDigest id="[^"]+" validFrom="\\d{4}-\\d\\d-\\d\\dT00:00:00\\+00:00">\\s*\
          <KeyTag>(\\d+)</KeyTag>\\s*\
          <Algorithm>(\\d+)</Algorithm>\\s*\
          <DigestType>(\\d+)</DigestType>\\s*\
          <Digest>(\\p{XDigit}{64})</Digest>\\s*\
          <PublicKey>([A-Za-z0-9+/=]+)</PublicKey>\\s*\
          <Flags>(\\d+)</Flags>\\s*\
          </KeyDigest>\
          """);

  static List<AnchorEntry> parse(String rootAnchors) {
    return ENTRY.matcher(rootAnchors).results().map(AnchorEntry::of).toList();
  }

  private static AnchorEntry of(MatchResult entry) {
    return new AnchorEntry(
        Integer.parseInt(entry.group(1)),
        Integer.parseInt(entry.group(2)),
        Integer.parseInt(entry.group(3)),
        entry.group(4),
        entry.group(5),
        Integer.parseInt(entry.group(6)));
  }

  String toDsRecord() {
    return ". IN DS %d %d %d %s".formatted(keyTag, algorithm, digestType, digest);
  }

  /** RFC 4034, Appendix B: the ones' complement-like sum of the RDATA's 16-bit words. */
  int computedKeyTag() {
    byte[] rdata = dnskeyRdata();
    long sum = 0;
    for (int i = 0; i < rdata.length; i++) {
      int octet = Byte.toUnsignedInt(rdata[i]);
      sum += (i & 1) == 0 ? octet << 8 : octet;
    }
    return (int) ((sum + (sum >> 16)) & 0xFFFF);
  }

  /**
   * RFC 4509: SHA-256 over the owner name, which is the root's single zero octet, and the RDATA.
   */
  String computedDigest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update((byte) 0);
      return HexFormat.of().withUpperCase().formatHex(sha256.digest(dnskeyRdata()));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }

  private byte[] dnskeyRdata() {
    ByteArrayOutputStream rdata = new ByteArrayOutputStream();
    rdata.write(flags >> 8);
    rdata.write(flags);
    rdata.write(DNSSEC_PROTOCOL);
    rdata.write(algorithm);
    rdata.writeBytes(Base64.getDecoder().decode(publicKey));
    return rdata.toByteArray();
  }
}
