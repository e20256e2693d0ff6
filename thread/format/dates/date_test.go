package dates

import "testing"

func TestDatesAsPagesWriteThem(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]string{
		"June 25th, 2012, 12:21 am":            "2012-06-25 00:21:00 LOCAL",
		"Aug 8, 2012 5:21 PM PDT":              "2012-08-08 17:21:00 -0700",
		"09. Jul, 2012":                        "2012-07-09 00:00:00 LOCAL",
		"29.07.2020 // 12:56":                  "2020-07-29 12:56:00 LOCAL",
		"Nov 06 2012  1:23 pm - 3 hours ago":   "2012-11-06 13:23:00 LOCAL",
		"3. März 2014 um 17:05 Uhr":            "2014-03-03 17:05:00 LOCAL",
		"12 février 2013 à 8 h 15":             "2013-02-12 08:15:00 LOCAL",
		"12 février 2013 à 8h15":               "2013-02-12 08:15:00 LOCAL",
		"4 octobre 2016 à 9 h 12 min":          "2016-10-04 09:12:00 LOCAL",
		"2016年10月4日 9:12 AM":                   "2016-10-04 09:12:00 LOCAL",
		"2016年10月4日 下午9:12":                    "2016-10-04 21:12:00 LOCAL",
		"2016년 10월 4일 오전 12:12":                "2016-10-04 00:12:00 LOCAL",
		"2016年13月4日":                           "none",
		"4. lokakuuta 2016 klo 9.12":           "2016-10-04 09:12:00 LOCAL",
		"4 Ekim 2016, 09:12":                   "2016-10-04 09:12:00 LOCAL",
		"4 Οκτωβρίου 2016":                     "2016-10-04 00:00:00 LOCAL",
		"3 de marzo de 2014 a las 17:10":       "2014-03-03 17:10:00 LOCAL",
		"2014-03-03T17:10:59Z":                 "2014-03-03 17:10:59 +0000",
		"2014-03-03 17:10:59 +05:30":           "2014-03-03 17:10:59 +0530",
		"Mon, 3 Mar 2014 17:10:59 -0800":       "2014-03-03 17:10:59 -0800",
		"Mon Mar 03 2014 17:10:59 GMT+0100":    "2014-03-03 17:10:59 +0100",
		"03.03.2014 17:10:59 UTC+02:00":        "2014-03-03 17:10:59 +0200",
		"Mar 3, 2014 5:10 pm (GMT-5)":          "2014-03-03 17:10:00 -0500",
		"2014-03-03 17:10 UTC - 3 replies":     "2014-03-03 17:10:00 +0000",
		"2014-03-03 17:10 UTC-3:x":             "2014-03-03 17:10:00 +0000",
		"3/14/2014":                            "2014-03-14 00:00:00 LOCAL",
		"14/3/2014":                            "2014-03-14 00:00:00 LOCAL",
		"5:10 PM on March 3, 2014":             "2014-03-03 17:10:00 LOCAL",
		"Tuesday July 24, @11:29AM":            "sure, but of no year",
		"3 hours ago":                          "sure, but of no year",
		"vor 3 Stunden":                        "sure, but of no year",
		"hace 2 días":                          "sure, but of no year",
		"il y a 3 heures":                      "sure, but of no year",
		"yesterday at 5:10 pm":                 "sure, but of no year",
		"March 3":                              "perhaps",
		"3 May":                                "perhaps",
		"may 300 march on 99/99/9999 at 25:61": "none",
		"1. of 2":                              "none",
		"":                                     "none",
	} {
		d, _, _ := Find(s)
		got := "none"
		when, zone := d.Time(false)
		switch {
		case !when.IsZero() && bool(zone):
			got = when.Format("2006-01-02 15:04:05 -0700")
		case !when.IsZero():
			got = when.Format("2006-01-02 15:04:05 LOCAL")
		case d.Strong():
			got = "sure, but of no year"
		case d.Weak():
			got = "perhaps"
		}
		if got != want {
			t.Errorf("%q is %s, want %s", s, got, want)
		}
	}
}
