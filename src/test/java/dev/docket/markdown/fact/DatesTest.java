package dev.docket.markdown.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2020-01-02                         | 2020-01-02 | 2020-01-02
            Date: 2020-01-02                   | 2020-01-02 | 2020-01-02
            2020-01-02T10:11:12Z               | 2020-01-02 | 2020-01-02
            2024-6-24                          | 2024-06-24 | 2024-6-24
            2024/07/17                         | 2024-07-17 | 2024/07/17
            2021.05.03                         | 2021-05-03 | 2021.05.03
            2020_03_03_feature                 | 2020-03-03 | 2020_03_03
            20230612                           | 2023-06-12 | 20230612
            '2026-08-11 (6 months)'            | 2026-08-11 | 2026-08-11
            08/05/2019                         | 2019-08-05 | 08/05/2019
            25/12/2019                         | 2019-12-25 | 25/12/2019
            1-6-2020                           | 2020-01-06 | 1-6-2020
            8/20/20                            | 2020-08-20 | 8/20/20
            03.05.2021                         | 2021-05-03 | 03.05.2021
            July 22, 2019                      | 2019-07-22 | July 22, 2019
            'Monday, July 22nd 2019'           | 2019-07-22 | July 22nd 2019
            3 May 2021                         | 2021-05-03 | 3 May 2021
            12 Feb 2016                        | 2016-02-12 | 12 Feb 2016
            22-Jul-2019                        | 2019-07-22 | 22-Jul-2019
            the 1st of June 2020               | 2020-06-01 | 1st of June 2020
            3. März 2021                       | 2021-03-03 | 3. März 2021
            3. Mai 2021                        | 2021-05-03 | 3. Mai 2021
            1er février 2022                   | 2022-02-01 | 1er février 2022
            7 de octubre de 2022               | 2022-10-07 | 7 de octubre de 2022
            12 dicembre 2020                   | 2020-12-12 | 12 dicembre 2020
            2021年5月3日                       | 2021-05-03 | 2021年5月3日
            2020-28-07, no: 2020-07-28         | 2020-07-28 | 2020-07-28
            """)
    void aDayIsFoundInEveryUsualForm(String text, LocalDate date, String words) {
        assertThat(Dates.find(text)).contains(new FoundDate(date, words));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "YYYY-MM-DD",
                "2020-28-07",
                "2020-02-30",
                "31/31/2020",
                "July 2019",
                "2019",
                "version 1.2.3",
                "10.20.30.40",
                "12345678901",
                "0001-01-01",
                "34 May 2020",
                "3 apples 2020",
                "99999999"
            })
    void whatNoCalendarHasIsNone(String text) {
        assertThat(Dates.find(text)).isEmpty();
    }
}
