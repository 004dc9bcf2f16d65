// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.rdata.RDataVectors.Vector;
import java.util.List;

/** Record data in both its forms: some types from APL (42) on. */
final class LaterRDataVectors {
  private LaterRDataVectors() {}

  static final List<Vector> ALL =
      List.of(
          new Vector(
              "RFC 3123 section 5",
              RRType.APL,
              "1:192.168.32.0/21 !1:192.168.38.0/28",
              "00011503 c0a820 00011c83 c0a826"),
          new Vector(
              "RFC 3123 section 5",
              RRType.APL,
              "1:224.0.0.0/4 2:ff00::/8",
              "00010401e0 00020801ff"),
          new Vector(
              "BIND's test zone",
              RRType.APL,
              "!1:10.0.0.1/32 1:10.0.0.0/24",
              "000120840a000001 000118010a"),
          new Vector("own", RRType.APL, "", ""),
          new Vector(
              "own, another family",
              RRType.APL,
              "\\# 12 0001200160FFFF0083010200",
              "0001200160 ffff0083010200"),
          new Vector(
              "RFC 4255 section 3.2",
              RRType.SSHFP,
              "2 1 123456789ABCDEF67890123456789ABCDEF67890",
              "02 01 123456789abcdef67890123456789abcdef67890"),
          new Vector(
              "RFC 4025 section 3.2",
              RRType.IPSECKEY,
              "10 1 2 192.0.2.38 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==",
              "0a0102 c0000226 010351537986ed35533b6064478eeeb27b5bd74dae149b6e81"
                  + "ba3a0521af82ab7801"),
          new Vector(
              "RFC 4025 section 3.2",
              RRType.IPSECKEY,
              "10 0 2 . AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==",
              "0a0002 010351537986ed35533b6064478eeeb27b5bd74dae149b6e81ba3a0521af82ab7801"),
          new Vector(
              "RFC 4025 section 3.2",
              RRType.IPSECKEY,
              "10 3 2 mygateway.example.com. AQNRU3mG7TVTO2BkR47usntb102uFJtugbo6BSGvgqt4AQ==",
              "0a0302 096d7967617465776179076578616d706c6503636f6d00 010351537986"
                  + "ed35533b6064478eeeb27b5bd74dae149b6e81ba3a0521af82ab7801"),
          new Vector(
              "RFC 4025 section 3.2",
              RRType.IPSECKEY,
              "10 2 2 2001:db8:0:8002::2000:1 AQNRU3mG7TVTO2BkR47usntb102uFJtugbo"
                  + "6BSGvgqt4AQ==",
              "0a0202 20010db8000080020000000020000001 010351537986ed35533b606447"
                  + "8eeeb27b5bd74dae149b6e81ba3a0521af82ab7801"),
          new Vector("own, no key", RRType.IPSECKEY, "10 0 0 .", "0a0000"),
          new Vector("own, unknown gateway", RRType.IPSECKEY, "\\# 4 0A040201", "0a040201"),
          new Vector(
              "RFC 4701 section 3.6.1",
              RRType.DHCID,
              "AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2kjEA=",
              "000201636fc0b8271c82825bb1ac5c41cf5351aa69b4febd94e8f17cdb95000da48c40"),
          new Vector(
              "RFC 4701 section 3.6.2",
              RRType.DHCID,
              "AAEBOSD+XR3Os/0LozeXVqcNc7FwCfQdWL3b/NaiUDlW2No=",
              "0001013920fe5d1dceb3fd0ba3379756a70d73b17009f41d58bddbfcd6a2503956d8da"),
          new Vector("BIND's test zone", RRType.NINFO, "\"foo\" \"bar\"", "03666f6f 03626172"),
          new Vector(
              "own",
              RRType.RKEY,
              "0 255 1 AQMFD5raczCJHViKtLYhWGz8",
              "0000 ff 01 0103050f9ada7330891d588ab4b621586cfc"),
          new Vector(
              "BIND's test zone",
              RRType.TALINK,
              ". talink1.example.",
              "00 0774616c696e6b31076578616d706c6500"),
          new Vector(
              "RFC 4408 section 3.1",
              RRType.SPF,
              "\"v=spf1 +mx a:colo.example.com/28 -all\"",
              "25763d73706631202b6d7820613a636f6c6f2e6578616d706c652e636f6d2f3238202d616c6c"),
          new Vector(
              "BIND's test zone",
              RRType.SPF,
              "\"v=spf1\" \" -all\"",
              "06763d73706631 05202d616c6c"),
          new Vector("own, a type without a form", RRType.UINFO, "\\# 1 61", "61"),
          new Vector("own, a type without a form", RRType.UID, "\\# 4 000003E8", "000003e8"),
          new Vector("own, a type without a form", RRType.GID, "\\# 4 000003E8", "000003e8"),
          new Vector("own, a type without a form", RRType.UNSPEC, "\\# 2 0102", "0102"),
          new Vector(
              "RFC 6742 section 2.1", RRType.NID, "10 14:4fff:ff20:ee64", "000a 00144fffff20ee64"),
          new Vector("RFC 6742 section 2.2", RRType.L32, "10 10.1.2.0", "000a 0a010200"),
          new Vector(
              "RFC 6742 section 2.3", RRType.L64, "10 2001:db8:1140:1000", "000a 20010db811401000"),
          new Vector(
              "own, leading bit set", RRType.L64, "65535 ffff:0:0:1", "ffff ffff000000000001"),
          new Vector(
              "RFC 6742 section 2.4",
              RRType.LP,
              "10 l64-subnet1.example.com.",
              "000a 0b6c36342d7375626e657431076578616d706c6503636f6d00"),
          new Vector("RFC 7043 section 3.2", RRType.EUI48, "00-00-5e-00-53-2a", "00005e00532a"),
          new Vector(
              "RFC 7043 section 4.2", RRType.EUI64, "00-00-5e-ef-10-00-00-2a", "00005eef1000002a"));
}
