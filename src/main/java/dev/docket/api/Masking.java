package dev.docket.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes secrets out of texts that people other than their owner read: the log, the audit trail. */
public final class Masking {

    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    /** Each leaves its first group, which says what was there. Quantifiers are possessive: no text takes long. */
    private static final Pattern SECRET = Pattern.compile("(dkt_)[0-9A-Za-z_]++"
            + "|(whsec_)[0-9A-Za-z+/=_-]++"
            + "|(?<![0-9A-Za-z_-])(eyJ)[0-9A-Za-z_-]++\\.[0-9A-Za-z_.-]*+"
            + "|((?i:authorization)[\"']?+\\s*+[:=]\\s*+[\"']?+(?i:bearer |basic )?+)[^\\s\"',;\\]}]++"
            + "|((?i:bearer) ++)[!-~&&[^\"',;\\])}]]{16,}+"
            + "|((?i:password|passwd|pwd|client[_.-]secret|bootstrap[_.-]token)[\"']?+\\s*+[:=]\\s*+[\"']?+)[^\\s\"'&,;\\]}]++"
            + "|(://[^/\\s:@]++:)[^@\\s/]++(?=@)");

    private Masking() {}

    /** The text with a mask in the place of each secret; the same text where there is none. */
    public static String mask(String text) {
        Matcher secrets = SECRET.matcher(text);
        return secrets.find() ? secrets.replaceAll(found -> Matcher.quoteReplacement(kept(found) + MASK)) : text;
    }

    private static String kept(java.util.regex.MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        return "";
    }
}
