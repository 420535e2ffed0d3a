import java.io.File;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Holds PDFs against every rule of PDF/UA-1, and fails on each that one breaks. */
public final class Structure {
  public static void main(String[] names) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    boolean whole = names.length > 0;
    for (String name : names) whole &= holds(new File(name));
    System.exit(whole ? 0 : 1);
  }

  private static boolean holds(File file) throws Exception {
    Map<String, Integer> broken = new TreeMap<>();
    int assertions;
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, PDFAFlavour.PDFUA_1)) {
      var result = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false).validate(parser);
      assertions = result.getTotalAssertions();
      for (TestAssertion found : result.getTestAssertions()) {
        if (found.getStatus() != TestAssertion.Status.FAILED) continue;
        var rule = found.getRuleId();
        broken.merge(rule.getClause() + "-" + rule.getTestNumber(), 1, Integer::sum);
        System.out.println("  " + found.getMessage() + " " + found.getLocation().getContext());
      }
    }
    System.out.println(file.getName() + ": " + assertions + " assertions of PDF/UA-1, broken (times): " + broken);
    return broken.isEmpty();
  }
}
