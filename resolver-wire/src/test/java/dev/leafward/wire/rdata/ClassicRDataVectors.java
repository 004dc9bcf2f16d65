// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.rdata.RDataVectors.Vector;
import java.util.List;

/** Record data in both its forms: the types from MD (3) to SINK (40). */
final class ClassicRDataVectors {
  private ClassicRDataVectors() {}

  static final List<Vector> ALL =
      List.of(
          new Vector("own", RRType.MD, "madname.example.", "076d61646e616d65076578616d706c6500"),
          new Vector("own", RRType.MF, "madname.example.", "076d61646e616d65076578616d706c6500"),
          new Vector("own", RRType.MB, "madname.example.", "076d61646e616d65076578616d706c6500"),
          new Vector(
              "BIND's test zone",
              RRType.MG,
              "mgmname.example.",
              "076d676d6e616d65076578616d706c6500"),
          new Vector("BIND's test zone", RRType.MG, ".", "00"),
          new Vector(
              "BIND's test zone", RRType.MR, "mrname.example.", "066d726e616d65076578616d706c6500"),
          new Vector("own", RRType.NULL, "\\# 0", ""),
          new Vector("own", RRType.NULL, "\\# 3 00FF80", "00ff80"),
          new Vector(
              "BIND's test zone", RRType.WKS, "10.0.0.1 6 0 1 2 21 23", "0a000001 06 e00005"),
          new Vector(
              "BIND's test zone", RRType.WKS, "10.0.0.1 17 0 1 2 53", "0a000001 11 e0000000000004"),
          new Vector("own, no service", RRType.WKS, "10.0.0.1 6", "0a000001 06"),
          new Vector(
              "own, zeros at the end", RRType.WKS, "\\# 7 0A000001064000", "0a000001 06 4000"),
          new Vector(
              "BIND's test zone",
              RRType.HINFO,
              "\"Generic PC clone\" \"NetBSD-1.4\"",
              "1047656e6572696320504320636c6f6e65 0a4e65744253442d312e34"),
          new Vector(
              "RFC 8482 section 4.2", RRType.HINFO, "\"RFC8482\" \"\"", "0752464338343832 00"),
          new Vector(
              "BIND's test zone",
              RRType.MINFO,
              "rmailbx.example. emailbx.example.",
              "07726d61696c6278076578616d706c6500 07656d61696c6278076578616d706c6500"),
          new Vector("BIND's test zone", RRType.MINFO, ". .", "00 00"),
          new Vector(
              "RFC 1183 section 2.2",
              RRType.RP,
              "louie.trantor.umd.edu. LAM1.people.umd.edu.",
              "056c6f756965077472616e746f7203756d640365647500 044c414d310670656f7"
                  + "06c6503756d640365647500"),
          new Vector(
              "RFC 1183 section 1",
              RRType.AFSDB,
              "1 bigbird.toaster.com.",
              "0001 076269676269726407746f617374657203636f6d00"),
          new Vector("BIND's test zone", RRType.AFSDB, "65535 .", "ffff 00"),
          new Vector(
              "RFC 1183 section 3.1", RRType.X25, "\"311061700956\"", "0c333131303631373030393536"),
          new Vector(
              "RFC 1183 section 3.2",
              RRType.ISDN,
              "\"150862028003217\" \"004\"",
              "0f313530383632303238303033323137 03303034"),
          new Vector(
              "RFC 1183 section 3.2",
              RRType.ISDN,
              "\"150862028003217\"",
              "0f313530383632303238303033323137"),
          new Vector(
              "BIND's test zone",
              RRType.ISDN,
              "\"isdn-address\" \"\"",
              "0c6973646e2d61646472657373 00"),
          new Vector(
              "RFC 1183 section 3.3",
              RRType.RT,
              "10 NIC.DDN.MIL.",
              "000a 034e49430344444e034d494c00"),
          new Vector(
              "RFC 1706 section 6",
              RRType.NSAP,
              "0x47000580005a0000000001e133ffffff00016100",
              "47000580005a0000000001e133ffffff00016100"),
          new Vector("BIND's test zone", RRType.NSAP_PTR, "foo.", "03666f6f00"),
          new Vector(
              "BIND's test zone",
              RRType.SIG,
              "NXT 1 3 3600 20000102030405 19961211100908 2143 foo.nil. MxFcby9k/"
                  + "yvedMfQgKzhH5er0Mu/vILz45IkskceFGgiWCn/GxHhai6V AuHAoNUz4YoU1tVfSC"
                  + "SqQYn6//11U6Nld80jEeC8aTrO+KKmCaY=",
              "001e 01 03 00000e10 386ec025 32ae8844 085f 03666f6f036e696c00 3311"
                  + "5c6f2f64ff2bde74c7d080ace11f97abd0cbbfbc82f3e39224b2471e1468225829"
                  + "ff1b11e16a2e9502e1c0a0d533e18a14d6d55f4824aa4189fafffd7553a36577cd"
                  + "2311e0bc693acef8a2a609a6"),
          new Vector(
              "the key of RFC 4034 section 2.3",
              RRType.KEY,
              "512 3 1 AQPSKmynfzW4",
              "0200 03 01 0103d22a6ca77f35b8"),
          new Vector("own, no key", RRType.KEY, "49152 3 3", "c000 03 03"),
          new Vector(
              "BIND's test zone", RRType.PX, "65535 foo. bar.", "ffff 03666f6f00 0362617200"),
          new Vector(
              "RFC 2163 section 4",
              RRType.PX,
              "50 ab.net2.it. O-ab.PRMD-net2.ADMDb.C-it.",
              "0032 026162046e65743202697400 044f2d61620950524d442d6e657432054144"
                  + "4d446204432d697400"),
          new Vector(
              "RFC 1712 section 4",
              RRType.GPOS,
              "\"-32.6882\" \"116.8652\" \"10.0\"",
              "082d33322e36383832 083131362e38363532 0431302e30"),
          new Vector("BIND's test zone", RRType.GPOS, "\"\" \"\" \"\"", "00 00 00"),
          new Vector(
              "RFC 1876 section 3",
              RRType.LOC,
              "42 21 54.000 N 71 6 18.000 W -24.00m 30m 10000m 10m",
              "00331613 89172dd0 70be15f0 00988d20"),
          new Vector(
              "RFC 1876 section 3",
              RRType.LOC,
              "42 21 43.528 N 71 5 6.284 W -25.00m 1m 3000m 10m",
              "00123513 891704e8 70bf2e14 00988cbc"),
          new Vector(
              "RFC 1876 section 3",
              RRType.LOC,
              "32 7 19.000 S 116 2 25.000 E 10.00m 1m 10000m 10m",
              "00121613 791b7d28 98e64868 00989a68"),
          new Vector(
              "own, the least",
              RRType.LOC,
              "90 0 0.000 S 180 0 0.000 W -100000.00m 0.00m 0.01m 0.90m",
              "00001091 6cb02700 59604e00 00000000"),
          new Vector(
              "own, the most",
              RRType.LOC,
              "90 0 0.000 N 180 0 0.000 E 42849672.95m 90000000m 1m 0.10m",
              "00991211 934fd900 a69fb200 ffffffff"),
          new Vector("own, another version", RRType.LOC, "\\# 2 01FF", "01ff"),
          new Vector(
              "RFC 2535 section 5.2",
              RRType.NXT,
              "medium.foo.tld. A MX SIG NXT",
              "066d656469756d03666f6f03746c6400 40010082"),
          new Vector(
              "BIND's test zone",
              RRType.NXT,
              "a.secure.nil. NS SOA MX KEY LOC NXT RRSIG",
              "016106736563757265036e696c00 220100460002"),
          new Vector(
              "BIND's test zone", RRType.NXT, ". TYPE127", "00 00000000000000000000000000000001"),
          new Vector("own", RRType.NXT, ".", "00"),
          new Vector("own", RRType.EID, "1289AB", "1289ab"),
          new Vector("own", RRType.NIMLOC, "1289AB", "1289ab"),
          new Vector("own", RRType.ATMA, "+61200000000", "01 3631323030303030303030"),
          new Vector(
              "own",
              RRType.ATMA,
              "39246f00000000000000000000000000000000ab",
              "00 39246f00000000000000000000000000000000ab"),
          new Vector("own, unknown format", RRType.ATMA, "\\# 2 02FF", "02ff"),
          new Vector(
              "RFC 2916 section 3.2.3",
              RRType.NAPTR,
              "100 10 \"u\" \"sip+E2U\" \"!^.*$!sip:info@tele2.se!\" .",
              "0064 000a 0175 077369702b453255 18215e2e2a24217369703a696e666f4074"
                  + "656c65322e736521 00"),
          new Vector(
              "BIND's test zone",
              RRType.NAPTR,
              "65535 65535 \"blurgh\" \"blorf\" \"blllbb\" foo.",
              "ffff ffff 06626c75726768 05626c6f7266 06626c6c6c6262 03666f6f00"),
          new Vector(
              "BIND's test zone", RRType.KX, "10 kdc.example.", "000a 036b6463076578616d706c6500"),
          new Vector(
              "BIND's test zone",
              RRType.CERT,
              "65534 65535 PRIVATEOID MxFcby9k/yvedMfQgKzhH5er0Mu/vILz45IkskceFGg"
                  + "iWCn/GxHhai6V AuHAoNUz4YoU1tVfSCSqQYn6//11U6Nld80jEeC8aTrO+KKmCaY=",
              "fffe ffff fe 33115c6f2f64ff2bde74c7d080ace11f97abd0cbbfbc82f3e3922"
                  + "4b2471e1468225829ff1b11e16a2e9502e1c0a0d533e18a14d6d55f4824aa4189f"
                  + "afffd7553a36577cd2311e0bc693acef8a2a609a6"),
          new Vector("own", RRType.CERT, "PKIX 0 0 AQI=", "0001 0000 00 0102"),
          new Vector("own", RRType.CERT, "IPGP 1 RSASHA256 AA==", "0006 0001 08 00"),
          new Vector(
              "BIND's test zone",
              RRType.A6,
              "0 ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
              "00 ffffffffffffffffffffffffffffffff"),
          new Vector(
              "BIND's test zone",
              RRType.A6,
              "64 ::ffff:ffff:ffff:ffff foo.",
              "40 ffffffffffffffff 03666f6f00"),
          new Vector("BIND's test zone", RRType.A6, "127 ::1 foo.", "7f 01 03666f6f00"),
          new Vector("BIND's test zone", RRType.A6, "128 .", "80 00"),
          new Vector(
              "RFC 2874 section 5.1.3",
              RRType.A6,
              "64 ::1234:5678:9abc:def0 SUBNET-1.IP6.",
              "40 123456789abcdef0 085355424e45542d310349503600"),
          new Vector("BIND's test zone", RRType.SINK, "1 0 0", "010000"),
          new Vector("BIND's test zone", RRType.SINK, "8 0 2 l4ik", "080002 9788a4"));
}
