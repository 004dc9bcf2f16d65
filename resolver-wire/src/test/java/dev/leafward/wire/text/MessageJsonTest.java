// SPDX-License-Identifier: Apache-2.0
package dev.leafward.wire.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leafward.wire.edns.Cookie;
import dev.leafward.wire.edns.Edns;
import dev.leafward.wire.message.Message;
import dev.leafward.wire.message.MessageCodec;
import dev.leafward.wire.message.Question;
import dev.leafward.wire.message.Rcode;
import dev.leafward.wire.message.ResourceRecord;
import dev.leafward.wire.name.DomainName;
import dev.leafward.wire.rdata.Octets;
import dev.leafward.wire.rdata.RRType;
import dev.leafward.wire.tsig.TsigAlgorithm;
import dev.leafward.wire.tsig.TsigKey;
import dev.leafward.wire.tsig.TsigSigner;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageJsonTest {
  private static ResourceRecord record(String line) throws Exception {
    return ZoneFileReader.readAll(line, DomainName.ROOT).get(0);
  }

  private static Question question(String name, RRType type) {
    return new Question(DomainName.of(name), type);
  }

  @Test
  void aWholeMessageIsOneObjectOnOneLine() throws Exception {
    Message message =
        Message.query(question("www.example.test.", RRType.AAAA))
            .id(50687)
            .response()
            .recursionDesired()
            .answer(record("www.example.test. 3600 CNAME host.example.test."))
            .authority(record("example.test. 60 MX 10 mail.example.test."))
            .additional(record("example.test. 60 TYPE65280 \\# 2 ABCD"))
            .rcode(Rcode.BADVERS)
            .edns(
                Edns.of(1232)
                    .withDnssecOk()
                    .withOption(Cookie.ofClient(Octets.ofHex("0123456789abcdef"))))
            .build();

    assertThat(MessageJson.print(message))
        .isEqualTo(
            """
            {"ID":50687,"QR":true,"Opcode":0,"AA":false,"TC":false,"RD":true,"RA":false,\
            "AD":false,"CD":false,"RCODE":0,"QDCOUNT":1,"ANCOUNT":1,"NSCOUNT":1,"ARCOUNT":2,\
            "QNAME":"www.example.test.","QTYPE":28,"QTYPEname":"AAAA","QCLASS":1,\
            "QCLASSname":"IN","answerRRs":[{"NAME":"www.example.test.","TYPE":5,\
            "TYPEname":"CNAME","CLASS":1,"CLASSname":"IN","TTL":3600,"RDLENGTH":19,\
            "RDATAHEX":"04686F7374076578616D706C65047465737400",\
            "rdataCNAME":"host.example.test."}],"authorityRRs":[{"NAME":"example.test.",\
            "TYPE":15,"TYPEname":"MX","CLASS":1,"CLASSname":"IN","TTL":60,"RDLENGTH":21,\
            "RDATAHEX":"000A046D61696C076578616D706C65047465737400",\
            "rdataMX":"10 mail.example.test."}],"additionalRRs":[{"NAME":"example.test.",\
            "TYPE":65280,"TYPEname":"TYPE65280","CLASS":1,"CLASSname":"IN","TTL":60,\
            "RDLENGTH":2,"RDATAHEX":"ABCD","rdataTYPE65280":"\\\\# 2 ABCD"},{"NAME":".",\
            "TYPE":41,"TYPEname":"OPT","CLASS":1232,"TTL":16809984,"RDLENGTH":12,\
            "RDATAHEX":"000A00080123456789ABCDEF"}]}\
            """);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ".|.",
        "a\\.b.c.|a\\\\.b.c.",
        "a\\\\b.|a\\\\\\\\b.",
        "a\\\"b.|a\\\"b.",
        "a\\000\\031\\127.|a\\u0000\\u001f\\u007f.",
        "gr\\195\\188n.|gr\\u00c3\\u00bcn.",
        "a\\ \\;b\\@.|a ;b@."
      })
  void namesAreEscapedOnceByDnsAndOnceByJson(String name, String escaped) throws Exception {
    Message message =
        Message.query(question(name, RRType.NS)).answer(record(name + " 1 NS " + name)).build();

    assertThat(MessageJson.print(message))
        .contains("\"QNAME\":\"" + escaped + "\"", "\"NAME\":\"" + escaped + "\"")
        .contains("\"rdataNS\":\"" + escaped + "\"");
  }

  @Test
  void stringsOfRecordsAreEscapedAsJsonWantsIt() throws Exception {
    Message message =
        Message.builder().answer(record("a. 1 TXT \"say \\\"\\\\\\010\\\"\"")).build();

    assertThat(MessageJson.print(message))
        .contains("\"rdataTXT\":\"\\\"say \\\\\\\"\\\\\\\\\\\\010\\\\\\\"\\\"\"");
  }

  @Test
  void severalQuestionsAreRecordsAndNoneIsNothing() {
    Message two =
        Message.query(question("a.", RRType.A)).question(question("b.", RRType.NS)).build();

    assertThat(MessageJson.print(two))
        .contains(
            "\"ARCOUNT\":0,\"questionRRs\":[{\"NAME\":\"a.\",\"TYPE\":1,\"TYPEname\":\"A\","
                + "\"CLASS\":1,\"CLASSname\":\"IN\"},{\"NAME\":\"b.\",\"TYPE\":2,"
                + "\"TYPEname\":\"NS\",\"CLASS\":1,\"CLASSname\":\"IN\"}],\"answerRRs\":[]");
    assertThat(MessageJson.print(Message.builder().build()))
        .endsWith("\"ARCOUNT\":0,\"answerRRs\":[],\"authorityRRs\":[],\"additionalRRs\":[]}");
  }

  @Test
  void aSignatureStandsBehindOpt() throws Exception {
    TsigKey key = TsigKey.of(DomainName.of("key."), TsigAlgorithm.HMAC_SHA256, new byte[32]);
    Message query = Message.query(question("a.", RRType.A)).edns(Edns.of(1232)).build();
    byte[] signed = TsigSigner.ofRequest(key).sign(query, Instant.EPOCH);
    Message message = MessageCodec.decode(signed);

    assertThat(MessageJson.print(message))
        .containsSubsequence("\"TYPEname\":\"OPT\"", "\"TYPEname\":\"TSIG\"");
  }
}
