package cepa.simulator.network;

import java.util.List;

/// Contact strings that try to break whoever shows, stores, links or parses them. Anyone can write
/// such a string into the configuration of a relay.
public final class HostileContacts {

  private static final List<String> ALL =
      List.of(
          "<script>document.body.innerHTML='owned'</script>",
          "\"><img src=x onerror=alert(1)>",
          "' onmouseover='alert(2)' x='",
          "javascript:alert(document.cookie)",
          "<svg/onload=alert`3`>",
          "'); DROP TABLE relays; --",
          "{{7*7}} ${7*7} #{7*7} <%= 7*7 %> {% include '/etc/passwd' %}",
          "{{ view.getClass().forName('java.lang.Runtime') }}",
          "../../../../../../etc/shadow",
          "<a href='https://phish.example'>verified operator</a>",
          "</title></head><body onload=alert(4)>",
          "</script><iframe src=//evil.example></iframe>",
          "&lt;b&gt;already escaped&lt;/b&gt; &amp;amp;",
          "%3Cscript%3Ealert(5)%3C%2Fscript%3E",
          "\u202Eexe.yaler\u202C right to left and back",
          "nul\u0000 bell\u0007 escape\u001B[31m delete\u007F",
          "tab\tline\u2028paragraph\u2029zero\u200Bwidth \uFEFF \uFFFF",
          "long ".repeat(140),
          "=HYPERLINK(\"http://evil.example\",\"total\")",
          "<!-- ]]> <![CDATA[ -->",
          "email:root[]evil.example url:https://\"><script>alert(6)</script> proof:uri-rsa ciissversion:2",
          "url:https://evil.example/../../index.html proof:dns-rsa ciissversion:2 email:x[]evil.example",
          "url:..%2f..%2fadmin proof:uri-rsa ciissversion:2",
          "url:https://EVIL.example:8443/path?q=<b> proof:uri-rsa ciissversion:2",
          "url:con.example proof:dns-rsa ciissversion:2 aux nul prn lpt1",
          "url:https://xn--n3h.example proof:uri-rsa ciissversion:2 proof:dns-rsa ciissversion:9",
          "surrogates \uD83E\uDDC5 combining Z\u0351\u036B\u0343 \uD835\uDD37");

  private HostileContacts() {}

  public static List<String> all() {
    return ALL;
  }
}
