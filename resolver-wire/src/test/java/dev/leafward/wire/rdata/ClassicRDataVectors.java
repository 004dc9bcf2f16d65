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
          new Vector(
              "BIND's test zone",
              RRType.MINFO,
              "rmailbx.example. emailbx.example.",
              "07726d61696c6278076578616d706c6500 07656d61696c6278076578616d706c6500"),
          new Vector("BIND's test zone", RRType.MINFO, ". .", "00 00"),
          new Vector(
              "BIND's test zone",
              RRType.HINFO,
              "\"Generic PC clone\" \"NetBSD-1.4\"",
              "1047656e6572696320504320636c6f6e65 0a4e65744253442d312e34"),
          new Vector(
              "RFC 8482 section 4.2", RRType.HINFO, "\"RFC8482\" \"\"", "0752464338343832 00"),
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
              "RFC 1183 section 3.3",
              RRType.RT,
              "10 NIC.DDN.MIL.",
              "000a 034e49430344444e034d494c00"),
          new Vector("BIND's test zone", RRType.NSAP_PTR, "foo.", "03666f6f00"),
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
          new Vector("own", RRType.EID, "1289AB", "1289ab"),
          new Vector("own", RRType.NIMLOC, "1289AB", "1289ab"),
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
          new Vector("BIND's test zone", RRType.SINK, "1 0 0", "010000"),
          new Vector("BIND's test zone", RRType.SINK, "8 0 2 l4ik", "080002 9788a4"),
          new Vector(
              "the key of RFC 4034 section 2.3",
              RRType.KEY,
              "512 3 1 AQPSKmynfzW4",
              "0200 03 01 0103d22a6ca77f35b8"),
          new Vector("own, no key", RRType.KEY, "49152 3 3", "c000 03 03"));
}
