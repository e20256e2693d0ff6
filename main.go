// Skein reads long comment threads in the terminal.
package main

func main() {}
