package draw

import (
	"image/color"
	"math"
	"reflect"
	"testing"

	"charm.land/lipgloss/v2"
)

// contrast is the ratio of WCAG 2.1, section 1.4.3.
func contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	return (max(la, lb) + 0.05) / (min(la, lb) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func TestEveryRoleIsReadableOnTheUsualGrounds(t *testing.T) {
	t.Parallel()
	quiet := map[string]bool{"Dim": true, "Faint": true, "Rule": true, "Quote": true, "Status": true, "Remark": true}
	for _, tt := range []struct {
		name    string
		theme   *Theme
		grounds []string
	}{
		{"dark", Dark(), []string{"#000000", "#1e1e2e"}},
		{"light", Light(), []string{"#ffffff", "#faf8f2"}},
	} {
		for _, ground := range tt.grounds {
			roles := reflect.ValueOf(*tt.theme)
			for i := range roles.NumField() {
				role := roles.Type().Field(i).Name
				style, ok := roles.Field(i).Interface().(lipgloss.Style)
				if !ok || style.GetForeground() == (lipgloss.NoColor{}) {
					continue
				}
				under, want := color.Color(lipgloss.Color(ground)), 4.5
				if bg := style.GetBackground(); bg != (lipgloss.NoColor{}) {
					under = bg
				}
				if quiet[role] {
					want = 3
				}
				if got := contrast(style.GetForeground(), under); got < want {
					t.Errorf("%s: %s on %s has contrast %.2f, want %.1f", tt.name, role, ground, got, want)
				}
			}
			for depth, style := range tt.theme.Guides {
				if got := contrast(style.GetForeground(), lipgloss.Color(ground)); got < 3 {
					t.Errorf("%s: guide %d on %s has contrast %.2f, want 3", tt.name, depth, ground, got)
				}
			}
		}
	}
}

func TestPlainHasNoColours(t *testing.T) {
	t.Parallel()
	roles := reflect.ValueOf(*Plain())
	for i := range roles.NumField() {
		style, ok := roles.Field(i).Interface().(lipgloss.Style)
		if !ok {
			continue
		}
		if style.GetForeground() != (lipgloss.NoColor{}) || style.GetBackground() != (lipgloss.NoColor{}) {
			t.Errorf("%s is coloured", roles.Type().Field(i).Name)
		}
	}
}

func TestThemesAreFoundByTheirNames(t *testing.T) {
	t.Parallel()
	for _, name := range ThemeNames() {
		if _, ok := ThemeNamed(name); ok == (name == AutoTheme) {
			t.Errorf("ThemeNamed(%q) = _, %v", name, ok)
		}
	}
	if _, ok := ThemeNamed("sepia"); ok {
		t.Error("there is a theme sepia")
	}
}

func TestTheThemeSuitsTheGround(t *testing.T) {
	t.Parallel()
	if got := ThemeFor(color.White).Dim.GetForeground(); got != Light().Dim.GetForeground() {
		t.Errorf("on white, dim is %v", got)
	}
	if got := ThemeFor(lipgloss.Color("#1e1e2e")).Dim.GetForeground(); got != Dark().Dim.GetForeground() {
		t.Errorf("on dark blue, dim is %v", got)
	}
}
