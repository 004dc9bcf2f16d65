// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.rdata;

import dev.leafward.wire.rdata.RDataVectors.Vector;
import java.util.List;

/** Service bindings in both their forms. */
final class ServiceBindingVectors {
  private ServiceBindingVectors() {}

  static final List<Vector> ALL =
      List.of(
          new Vector(
              "RFC 9460 appendix D.1",
              RRType.SVCB,
              "0 foo.example.com.",
              "0000 03 666f6f 07 6578616d706c65 03 636f6d 00"),
          new Vector("RFC 9460 appendix D.2", RRType.SVCB, "1 .", "0001 00"),
          new Vector(
              "RFC 9460 appendix D.2, a port",
              RRType.SVCB,
              "16 foo.example.com. port=53",
              "0010 03 666f6f 07 6578616d706c65 03 636f6d 00 0003 0002 0035"),
          new Vector(
              "RFC 9460 appendix D.2, a generic key",
              RRType.SVCB,
              "1 foo.example.com. key667=\"hello\"",
              "0001 03 666f6f 07 6578616d706c65 03 636f6d 00 029b 0005 6865" + "6c6c6f"),
          new Vector(
              "RFC 9460 appendix D.2, a generic key with a decimal escape",
              RRType.SVCB,
              "1 foo.example.com. key667=\"hello\\210qoo\"",
              "0001 03 666f6f 07 6578616d706c65 03 636f6d 00 029b 0009 6865" + "6c6c6fd2716f6f"),
          new Vector(
              "RFC 9460 appendix D.2, two IPv6 hints",
              RRType.SVCB,
              "1 foo.example.com. ipv6hint=2001:db8::1,2001:db8::53:1",
              "0001 03 666f6f 07 6578616d706c65 03 636f6d 00 0006 0020 2001"
                  + "0db800000000000000000000000120010db8000000000000000000530001"),
          new Vector(
              "RFC 9460 appendix D.2, an IPv6 hint that embeds IPv4",
              RRType.SVCB,
              "1 example.com. ipv6hint=2001:db8:ffff:ffff:ffff:ffff:c633:64" + "64",
              "0001 07 6578616d706c65 03 636f6d 00 0006 0010 20010db8ffffff"
                  + "ffffffffffc6336464"),
          new Vector(
              "RFC 9460 appendix D.2, sorted",
              RRType.SVCB,
              "16 foo.example.org. mandatory=alpn,ipv4hint alpn=\"h2,h3-19\" "
                  + "ipv4hint=192.0.2.1",
              "0010 03 666f6f 07 6578616d706c65 03 6f7267 00 0000 0004 0001"
                  + "0004 0001 0009 0268320568332d3139 0004 0004 c0000201"),
          new Vector(
              "RFC 9460 appendix D.2, escapes in alpn",
              RRType.SVCB,
              "16 foo.example.org. alpn=\"f\\\\\\\\oo\\\\,bar,h2\"",
              "0010 03 666f6f 07 6578616d706c65 03 6f7267 00 0001 000c 0866"
                  + "5c6f6f2c626172026832"),
          new Vector(
              "RFC 9460 section 9.1's shape, all typed parameters",
              RRType.HTTPS,
              "1 . mandatory=alpn,port alpn=\"h2\" no-default-alpn port=443 i"
                  + "pv4hint=192.0.2.1,192.0.2.2 ech=AQID ipv6hint=::1 dohpath=\"/"
                  + "dns-query{?dns}\" ohttp tls-supported-groups=29,23 key10 key6"
                  + "5535=\"\\000\"",
              "0001 00 0000 0004 00010003 0001 0003 026832 0002 0000  0003 "
                  + "0002 01bb 0004 0008 c0000201c0000202 0005 0003 010203 0006 0"
                  + "010 00000000000000000000000000000001 0007 0010 2f646e732d717"
                  + "56572797b3f646e737d 0008 0000  0009 0004 001d0017 000a 0000 "
                  + " ffff 0001 00"),
          new Vector(
              "RFC 9460 appendix D.1",
              RRType.HTTPS,
              "0 foo.example.com.",
              "0000 03 666f6f 07 6578616d706c65 03 636f6d 00"),
          new Vector(
              "own, an alias whose parameters mean nothing",
              RRType.HTTPS,
              "0 foo.example.com. mandatory=port no-default-alpn",
              "0000 03 666f6f 07 6578616d706c65 03 636f6d 00 0000 0002 0003" + " 0002 0000 "),
          new Vector(
              "draft-ietf-tls-key-share-prediction section 4",
              RRType.SVCB,
              "3 server.example.net. port=8004 tls-supported-groups=29,23",
              "0003 06 736572766572 07 6578616d706c65 03 6e6574 00 0003 000"
                  + "2 1f44 0009 0004 001d0017"),
          new Vector(
              "RFC 9461 section 5",
              RRType.SVCB,
              "1 dns.example.net. alpn=\"h2,h3\" dohpath=\"/q{?dns}\"",
              "0001 03 646e73 07 6578616d706c65 03 6e6574 00 0001 0006 0268"
                  + "32026833 0007 0008 2f717b3f646e737d"));
}
