package org.marquetry.data.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.marquetry.data.api.ImportCounts;
import org.marquetry.data.api.ImportMapping;
import org.marquetry.data.api.ImportProposal;
import org.marquetry.data.api.ImportState;
import org.marquetry.data.api.ImportStatus;

class SpreadsheetTest {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  @TempDir Path home;

  private static void part(ZipOutputStream zip, String name, String xml) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + xml).getBytes(UTF_8));
    zip.closeEntry();
  }

  /// Orders with shared and inline texts, a formula, dates by style, and a row that is left empty.
  private static byte[] workbook(int rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      part(
          zip,
          "xl/workbook.xml",
          "<workbook xmlns=\""
              + MAIN
              + "\" xmlns:r=\""
              + RELATIONS
              + "\"><sheets><sheet name=\"订单\" sheetId=\"1\" r:id=\"rId7\"/></sheets></workbook>");
      part(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id=\"rId7\""
              + " Target=\"worksheets/first.xml\"/></Relationships>");
      part(
          zip,
          "xl/styles.xml",
          "<styleSheet xmlns=\""
              + MAIN
              + "\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy/mm/dd"
              + " hh:mm\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf"
              + " numFmtId=\"0\"/><xf numFmtId=\"170\"/></cellXfs></styleSheet>");
      part(
          zip,
          "xl/sharedStrings.xml",
          "<sst xmlns=\""
              + MAIN
              + "\"><si><t>订单号</t><rPh><t>x</t></rPh></si><si><r><t>客户</t></r><r><t>编号</t></r></si><si><t>商品编号</t></si><si><t>数量</t></si><si><t>金额</t></si><si><t>下单时间</t></si></sst>");
      StringBuilder sheet =
          new StringBuilder("<worksheet xmlns=\"" + MAIN + "\"><sheetData><row r=\"1\">");
      for (int c = 0; c < 6; c++) {
        sheet
            .append("<c r=\"")
            .append((char) ('A' + c))
            .append("1\" t=\"s\"><v>")
            .append(c)
            .append("</v></c>");
      }
      sheet.append("</row><row r=\"2\"/>");
      for (int i = 3; i < rows + 3; i++) {
        sheet.append(
            "<row r=\""
                + i
                + "\"><c r=\"A"
                + i
                + "\" t=\"inlineStr\"><is><t>D"
                + i
                + "</t></is></c><c r=\"B"
                + i
                + "\""
                + " t=\"str\"><f>1</f><v>K"
                + i % 9
                + "</v></c><c r=\"C"
                + i
                + "\""
                + " t=\"inlineStr\"><is><t>S1</t></is></c><c r=\"D"
                + i
                + "\"><v>2</v></c><c"
                + " r=\"E"
                + i
                + "\"><v>"
                + (i == 7 ? "-3" : "12.300000000000001")
                + "</v></c><c r=\"F"
                + i
                + "\" s=\"1\"><v>46082.5</v></c></row>");
      }
      part(zip, "xl/worksheets/first.xml", sheet + "</sheetData></worksheet>");
    }
    return bytes.toByteArray();
  }

  @Test
  void theFirstSheetIsImported() throws IOException {
    try (ImportSuite suite = new ImportSuite(home)) {
      String id = suite.store("订单.xlsx", workbook(300));
      ImportProposal proposal = suite.imports.inspect(id, ImportMapping.guessAll());
      assertEquals("orders", proposal.role(), proposal::toString);
      assertEquals("客户编号", proposal.columns().get(1).name());
      suite.imports.start(id, ImportMapping.guessAll());
      ImportStatus status = suite.imports.status(id).orElseThrow();
      assertEquals(ImportState.LOADED, status.state(), () -> status.problem().toString());
      assertEquals(new ImportCounts(300, 300, 0, 0, 0), status.counts());
      assertEquals(
          299,
          suite.number(
              "SELECT count(*) FROM v1.order_lines WHERE amount_minor = 1230 AND ordered_at ="
                  + " TIMESTAMP '2026-03-01 12:00:00'"));
      assertEquals(1, suite.number("SELECT count(*) FROM v1.events WHERE type = 'returned'"));
    }
  }
}
