// SPDX-License-Identifier: Apache-2.0
package dev.leafward.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonPrinterTest {

  @Test
  void writesTheMessageAsRfc8427HasIt() {
    assertThat(print(Samples.report(Samples.found(), "+dnssec")))
        .startsWith(
            """
            {"ID":0,"QR":true,"Opcode":0,"AA":false,"TC":false,"RD":true,"RA":true,"AD":false,\
            "CD":false,"RCODE":0,"QDCOUNT":1,"ANCOUNT":3,"NSCOUNT":0,"ARCOUNT":1,\
            "QNAME":"www.example.com.","QTYPE":1,"QTYPEname":"A","QCLASS":1,"QCLASSname":"IN",\
            "answerRRs":[{"NAME":"www.example.com.","TYPE":5,"TYPEname":"CNAME","CLASS":1,\
            "CLASSname":"IN","TTL":300,"RDLENGTH":17,"RDATAHEX":"03776562076578616D706C65036E657400",\
            "rdataCNAME":"web.example.net."},{"NAME":"web.example.net.","TYPE":1,"TYPEname":"A",\
            "CLASS":1,"CLASSname":"IN","TTL":60,"RDLENGTH":4,"RDATAHEX":"C0000201",\
            "rdataA":"192.0.2.1"},{"NAME":"web.example.net.","TYPE":1,"TYPEname":"A","CLASS":1,\
            "CLASSname":"IN","TTL":60,"RDLENGTH":4,"RDATAHEX":"C0000202","rdataA":"192.0.2.2"}],\
            "authorityRRs":[],"additionalRRs":[{"NAME":".","TYPE":41,"TYPEname":"OPT",\
            "CLASS":1232,"TTL":32768,"RDLENGTH":0,"RDATAHEX":""}],"leafward":{\
            """);
  }

  @Test
  void writesTheTraceBesideIt() {
    assertThat(print(Samples.report(Samples.found())))
        .contains(
            "\"leafward\":{\"queryTimeMsec\":42,\"world\":\"recursive from the root\",\"trace\":{"
                + "\"question\":\"www.example.com. IN A\",\"steps\":[{\"step\":\"exchange\"",
            """
            {"step":"exchange","question":"www.example.com. IN A","zoneCut":"example.com.",\
            "serverName":"ns1.example.com.","server":"2001:db8::53","port":53,"protocol":"UDP",\
            "elapsedMicros":9070,"octets":1232,"verdict":"TRUNCATED",\
            "detail":"truncated, asked again over TCP","rejections":[{"section":"additional",\
            "reason":"out of bailiwick","records":["ns1.victim.example. 600 IN A 203.0.113.66"]}]}\
            """,
            """
            {"step":"alias","name":"www.example.com.","target":"web.example.net.","ttl":300}\
            """,
            """
            {"step":"cache","question":"net. IN NS","detail":"13 name servers of net.",\
            "ttl":172800}\
            """,
            """
            {"step":"lookup","purpose":"the address of name server ns.example.org.",\
            "trace":{"question":"ns.example.org. IN A","steps":[\
            """);
  }

  @Test
  void keepsToOneLineAQuestion() {
    assertThat(print(Samples.report(Samples.found())).lines()).hasSize(1);
  }

  @Test
  void saysWhyThereIsNoAnswer() {
    assertThat(print(Samples.failure(Samples.noServer(false), Samples.silence())))
        .contains(
            "\"RCODE\":2",
            "\"failure\":\"no server of example.net. gave a usable reply",
            "\"unreachable\":true");
  }

  private static String print(Report report) {
    Capture out = new Capture();
    new JsonPrinter(out.stream()).print(report);
    return out.text();
  }
}
