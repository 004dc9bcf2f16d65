// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.tsig;

import dev.leafward.wire.name.DomainName;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Exchanges with NSD 4.6.1, and a query of dig 9.18.49. All secrets are the octets 1 to 32; a key
 * is named after its algorithm.
 */
final class TsigVectors {
  private TsigVectors() {}

  /**
   * One exchange.
   *
   * @param algorithm the algorithm
   * @param seconds when it was, in seconds since 1970
   * @param query what we sent
   * @param response what NSD sent back
   */
  record Exchange(TsigAlgorithm algorithm, long seconds, String query, String response) {
    byte[] queryOctets() {
      return HexFormat.of().parseHex(query);
    }

    byte[] responseOctets() {
      return HexFormat.of().parseHex(response);
    }

    @Override
    public String toString() {
      return algorithm.toString();
    }
  }

  static TsigKey key(String name, TsigAlgorithm algorithm) {
    byte[] secret = new byte[32];
    for (int i = 0; i < secret.length; i++) {
      secret[i] = (byte) (i + 1);
    }
    return TsigKey.of(DomainName.of(name), algorithm, secret);
  }

  static final TsigKey KEY = key("k-sha256.", TsigAlgorithm.HMAC_SHA256);

  /** Accepted by NSD. */
  static final List<Exchange> ACCEPTED =
      List.of(
          new Exchange(
              TsigAlgorithm.HMAC_MD5,
              1795309775L,
              "12670000000100000000000203777777076578616d706c650474657374000001000100002904d000"
                  + "0000000000056b2d6d64350000fa00ff00000000003a08686d61632d6d6435077369672d616c6703"
                  + "72656703696e740000006b0240cf012c00101332a4c8bc1a4dd2fc83060779b9f6f8126700000000",
              "12678400000100010001000303777777076578616d706c6504746573740000010001c00c00010001"
                  + "00000e100004c0000201c0100002000100000e100005026e73c010c03e0001000100000e1000047f"
                  + "00000100002904d0000000000000056b2d6d64350000fa00ff00000000003a08686d61632d6d6435"
                  + "077369672d616c670372656703696e740000006b0240cf012c00101f1dd708f4fcfb11a753cb70d7"
                  + "407458126700000000"),
          new Exchange(
              TsigAlgorithm.HMAC_SHA1,
              1795309776L,
              "12680000000100000000000203777777076578616d706c650474657374000001000100002904d000"
                  + "0000000000066b2d736861310000fa00ff00000000002f09686d61632d736861310000006b0240d0"
                  + "012c00142ce198a470452d8fe955fa5d7e2c79b53ecdd966126800000000",
              "12688400000100010001000303777777076578616d706c6504746573740000010001c00c00010001"
                  + "00000e100004c0000201c0100002000100000e100005026e73c010c03e0001000100000e1000047f"
                  + "00000100002904d0000000000000066b2d736861310000fa00ff00000000002f09686d61632d7368"
                  + "61310000006b0240d0012c001413334b0c55e305ea2cd476578b3a3bd7b60fe221126800000000"),
          new Exchange(
              TsigAlgorithm.HMAC_SHA224,
              1795309776L,
              "12690000000100000000000203777777076578616d706c650474657374000001000100002904d000"
                  + "0000000000086b2d7368613232340000fa00ff0000000000390b686d61632d736861323234000000"
                  + "6b0240d0012c001cc5a19058c45a74cc9c70e5eaf320bb6f6002296afbf779d80db4df9b12690000"
                  + "0000",
              "12698400000100010001000303777777076578616d706c6504746573740000010001c00c00010001"
                  + "00000e100004c0000201c0100002000100000e100005026e73c010c03e0001000100000e1000047f"
                  + "00000100002904d0000000000000086b2d7368613232340000fa00ff0000000000390b686d61632d"
                  + "7368613232340000006b0240d0012c001ca37f23d28245aaba8c8ec64a2dc23f14eeea7c9c73f34b"
                  + "f8300ef168126900000000"),
          new Exchange(
              TsigAlgorithm.HMAC_SHA256,
              1795309776L,
              "126a0000000100000000000203777777076578616d706c650474657374000001000100002904d000"
                  + "0000000000086b2d7368613235360000fa00ff00000000003d0b686d61632d736861323536000000"
                  + "6b0240d0012c0020fda380fba43ae5cedf47c9c017b192daaacd2868f0c3ceb76ec467a20681744e"
                  + "126a00000000",
              "126a8400000100010001000303777777076578616d706c6504746573740000010001c00c00010001"
                  + "00000e100004c0000201c0100002000100000e100005026e73c010c03e0001000100000e1000047f"
                  + "00000100002904d0000000000000086b2d7368613235360000fa00ff00000000003d0b686d61632d"
                  + "7368613235360000006b0240d0012c002076ebef8522b2f7b6a31ce58ff8043aa0f7f2922fd11087"
                  + "d86981a34f14df629f126a00000000"),
          new Exchange(
              TsigAlgorithm.HMAC_SHA384,
              1795309776L,
              "126b0000000100000000000203777777076578616d706c650474657374000001000100002904d000"
                  + "0000000000086b2d7368613338340000fa00ff00000000004d0b686d61632d736861333834000000"
                  + "6b0240d0012c0030c9943070fdfcc5a78369039e6a8d6ff96091004f50b31a7dd8a963e83d92226a"
                  + "c4325283adab72f6d84e624ded48bccb126b00000000",
              "126b8400000100010001000303777777076578616d706c6504746573740000010001c00c00010001"
                  + "00000e100004c0000201c0100002000100000e100005026e73c010c03e0001000100000e1000047f"
                  + "00000100002904d0000000000000086b2d7368613338340000fa00ff00000000004d0b686d61632d"
                  + "7368613338340000006b0240d0012c003051e312111438da61629837b4668c78f02f809c344edb52"
                  + "1a0678b57edcf733d755ba1437d9db4c9519dc2049af0e3ee4126b00000000"),
          new Exchange(
              TsigAlgorithm.HMAC_SHA512,
              1795309776L,
              "126c0000000100000000000203777777076578616d706c650474657374000001000100002904d000"
                  + "0000000000086b2d7368613531320000fa00ff00000000005d0b686d61632d736861353132000000"
                  + "6b0240d0012c00401dc14a1ec4eb83a778a785255c2950b4162edbcdca586a0c0bffca374231b2f8"
                  + "c89668bbfa60dc4415af761343a2e2a66f3b8432170fda6d263932f24344825c126c00000000",
              "126c8400000100010001000303777777076578616d706c6504746573740000010001c00c00010001"
                  + "00000e100004c0000201c0100002000100000e100005026e73c010c03e0001000100000e1000047f"
                  + "00000100002904d0000000000000086b2d7368613531320000fa00ff00000000005d0b686d61632d"
                  + "7368613531320000006b0240d0012c0040424405037c0f38c7ae03ea8213c8ac2645b6e4916962bf"
                  + "b2f74b88c29e66b6f6e442eac0ec7eab80142da6bcfafa04f8678a6f3089381f354bce5c9e2d782b"
                  + "0a126c00000000"));

  /** The query had half a signature, which NSD takes for a bad one. */
  static final Exchange CUT =
      new Exchange(
          TsigAlgorithm.HMAC_SHA256,
          1795309776L,
          "126a0000000100000000000203777777076578616d706c650474657374000001000100002904d000"
              + "0000000000086b2d7368613235360000fa00ff00000000002d0b686d61632d736861323536000000"
              + "6b0240d0012c0010fda380fba43ae5cedf47c9c017b192da126a00000000",
          "126a8009000000000000000200002904d0000000000000086b2d7368613235360000fa00ff000000"
              + "00001d0b686d61632d7368613235360000006b0240d0012c0000126a00100000");

  /** The query was signed with the key k-none. */
  static final Exchange UNKNOWN_KEY =
      new Exchange(
          TsigAlgorithm.HMAC_SHA256,
          1795309776L,
          "126a0000000100000000000203777777076578616d706c650474657374000001000100002904d000"
              + "0000000000066b2d6e6f6e650000fa00ff00000000003d0b686d61632d7368613235360000006b02"
              + "40d0012c002053f09b88624ab2c11b3d93b849ab8e138ee23d56fffabb3ab6d73801276416ed126a"
              + "00000000",
          "126a8009000000000000000200002904d0000000000000066b2d6e6f6e650000fa00ff0000000000"
              + "1d0b686d61632d7368613235360000006b0240d0012c0000126a00110000");

  /** The query was signed 1000 seconds before. */
  static final Exchange LATE =
      new Exchange(
          TsigAlgorithm.HMAC_SHA256,
          1795309776L,
          "126a0000000100000000000203777777076578616d706c650474657374000001000100002904d000"
              + "0000000000086b2d7368613235360000fa00ff00000000003d0b686d61632d736861323536000000"
              + "6b023ce8012c002041d7c8121fd96322c51b418f6808a1e1206ee4b03d68cf3b92ddba3043d99620"
              + "126a00000000",
          "126a8009000000000000000200002904d0000000000000086b2d7368613235360000fa00ff000000"
              + "0000230b686d61632d7368613235360000006b023ce8012c0000126a0012000600006b0240d0");

  /** When dig sent its query. */
  static final long DIG_SECONDS = 1795309723L;

  static final byte[] DIG_QUERY =
      HexFormat.of()
          .parseHex(
              "36c70120000100000000000201610474657374000001000100002904d0000000000000086b2d73686132"
                  + "35360000fa00ff00000000003d0b686d61632d7368613235360000006b02409b012c002076f1f42b7e4c"
                  + "1c8ae6dff27175f30552f1dfdbe217ebdc2c004da4d8d85f9e3336c700000000");

  /** When we asked NSD for a zone of three messages. */
  static final long TRANSFER_SECONDS = 1795309774L;

  static final byte[] TRANSFER_QUERY =
      HexFormat.of()
          .parseHex(
              "0063000000010000000000010362696704746573740000fc0001086b2d7368613235360000fa00ff0000"
                  + "0000003d0b686d61632d7368613235360000006b0240ce012c00206290a027e4188c5c7dcc60b43242c6"
                  + "b55615e0f9e07b7387bdbff960b982c02f006300000000");

  /** What came back over TCP, each message with its length before it; compressed by Deflate. */
  static final byte[] TRANSFER =
      Base64.getDecoder()
          .decode(
              "eNrt2z1oU1EYh/GTryLUjywJLkIRxwi9yc2X2Fg3cRARBEFQ2lCMlArSUIIFJydBcbAuoi46OdRVcGihglOh"
                  + "IohbR7EuUqFQC/U0N+f/FrfOPhduSdt0+fHee57ccs5dde0HzqVcy/mvmcnbt7LdqdmuczsutXTYDfnfuKN5"
                  + "V3R7h3/t0v7M+DPrz5x/R3rwjpRLdyL/fX7w/Z/t3n97ZDrRKBT9I+spsDALLhGzKGMhiwoWsoixkEUVC1nU"
                  + "sJBFHQtZNLCQRROLkOCklsaCjyP7LJgLsyDBzYIENwsS3CxIcLMgwc2CBDcLEtwsSHAlOHmhsSiT4GZBgpsF"
                  + "14hZkOBmQYKbBQluFiS4WZDgZkGCmwUJrgRnSdVYVEhwsyDBzYIENwvuF2ZBgpsFCW4WJLhZkOBmQYKbBQmu"
                  + "BGcZ0VjEJLjGghVVFCyoomA9FQXLqShYTZMj3eGzehgK/qNsFDzNEgUXiCh4liUKPoOIgu4WBd2dHIemT892"
                  + "JsrVmnPbbre/131suDMz0daP3XR6fDVVciO9myuLU62Pc4XXb+snvr5/eufMq8dR79KVT6d+r60fW/3g2nt/"
                  + "3drsb6t37mx/W32nXN+3tR7x/vA1lvJQJBRNKAZ5X0FiMBSVUSgCRQRFoChDESi4V4gihiJQVKEIFDUoAkUd"
                  + "ikBBd4uC7g7dzQIShiKmu0VBd4uC7hYF3S0KbpuioLtFQXeLgu4WBd0tCro7dDd3zTAUVbpbFHS3KOhuUdDd"
                  + "oqC7RcEKIgq6WxR0tyjoblHQ3aG7uVWEoajR3aKgu0VBd4uC7hYF3S0KulsULKaioLtFQXeLgu4O3c31EYai"
                  + "TneLgu4WBd0tCrpbFHS3KOhuUdDdoqArREF3i4LuDt3NUIShaNDdyXGATe/Lpfju9eU3n4dv5C4sfFl/96Jw"
                  + "7Vf0cvH5yfni+LOx7s9k03thcrDpvZBsem9EbHr/d/jIe1GQ96Ig70VB3ouCvBcFeS8KSk4U5H3IeyTCUDTJ"
                  + "e1HwWF0UdLco6G5R0N2ioLtFQXeLgu4WBd0tCmozOTzD0ICh2H9+6l+7tD8z/sz6M3eAZ6ybT85fvt/dKbV2"
                  + "7y08mtnKrsysff+2dWQjPv5wZGP+4o/kGetfKyKR5Q==");
}
