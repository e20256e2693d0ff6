// Skein reads long comment threads in the terminal.
package main

import (
	"os"

	"skein/ui/cli"
)

func main() {
	os.Exit(cli.Run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
